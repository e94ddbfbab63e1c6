package org.livelabel.registry.log;

/**
 * Something readable that is made from the log and nothing else. It is kept up in the transaction that publishes, and can
 * be emptied and made again at any time with the same result.
 */
public interface Projection {
    void apply(Publication publication);

    /** Forgets everything. */
    void clear();
}
