package org.livelabel.registry.released;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the log in {@code api/log} tells, in the order in which it was written. A new variety of an entry gets a new chapter at the
 * end; one that is written is never changed.
 */
final class Chapters {
    interface Chapter {
        void write(Author author) throws SQLException;
    }

    private Chapters() {}

    /** By the day on which it was written; the second one of a day has a number. */
    static Map<String, Chapter> all() {
        Map<String, Chapter> chapters = new LinkedHashMap<>();
        chapters.put("2026-11-24", new FirstChapter());
        chapters.put("2026-11-24-2", new SecondChapter());
        return chapters;
    }
}
