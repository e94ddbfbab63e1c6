package org.livelabel.web.registry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.web.service.Received;

/** An organisation's public facts, read as far as they can be read. */
public record Organisation(
        @Nullable UUID id,
        String name,
        String kind,
        @Nullable String country,
        @Nullable String contact,
        boolean verified,
        boolean suspended,
        @Nullable Instant registeredAt) {

    static Organisation of(Received organisation) {
        organisation.expects("id", "name", "kind", "verified", "suspended");
        return new Organisation(
                organisation.id("id"),
                organisation.text("name", Product.NAMELESS),
                organisation.text("kind", "other"),
                organisation.text("country"),
                organisation.text("contact"),
                organisation.flag("verified"),
                organisation.flag("suspended"),
                organisation.moment("registered_at"));
    }
}
