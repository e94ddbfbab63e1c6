package org.livelabel.registry.entry;

import org.jspecify.annotations.Nullable;

/** A product's listing or standing is another one from now on. */
public sealed interface LifeChanged extends Entry
        permits ProductWithdrawn,
                ProductSuperseded,
                ProductOrphaned,
                ProductSuspended,
                ProductLifted,
                ProductRevoked,
                ProductHandedOver {
    /** Why; null if nobody had to say. */
    @Nullable DocumentRef document();
}
