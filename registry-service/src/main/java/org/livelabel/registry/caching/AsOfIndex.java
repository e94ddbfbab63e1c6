package org.livelabel.registry.caching;

import org.jspecify.annotations.Nullable;

/**
 * An answer that stands for an index of the log: of what it is about, whatever was published up to it is contained. It is said in a
 * header, too.
 */
public interface AsOfIndex {
    String HEADER = "LiveLabel-Log-Index";

    /** Null for a list that does not come from the log, or is of a day that has passed. */
    @Nullable Long asOfIndex();
}
