package org.livelabel.registry.log;

import java.util.List;

/**
 * Something readable that is made from the log and nothing else. It is kept up in the transaction that publishes, and can
 * be emptied and made again at any time with the same result.
 */
public interface Projection {
    void apply(Publication publication);

    /**
     * Several in the order of the log: what one command published, or a stretch of the log that is read again. Each
     * projection takes them whole before the next one does, so none may count on what another looked like in between.
     */
    default void applyAll(List<Publication> publications) {
        publications.forEach(this::apply);
    }

    /** Forgets everything. */
    void clear();
}
