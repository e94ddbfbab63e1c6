package org.livelabel.registry.finding;

import java.util.Locale;
import org.livelabel.registry.paging.Conditions;

/** How the words of a search are compared. Similar words are looked for only where nothing has the words as written. */
enum Matching {
    /** All words, or words that begin so: the same name first, then names that begin so, then the rest. */
    AS_WRITTEN {
        @Override
        void require(SearchWords words, Conditions conditions) {
            conditions.that("s.vector @@ to_tsquery('simple', ?)", words.query());
        }

        @Override
        String tier(SearchWords words, Conditions conditions) {
            String folded = conditions.parameter(words.folded());
            return "case when s.name_words = " + folded + " then 0 when s.name_words like " + folded
                    + " || '%' then 1 when s.vector @@ to_tsquery('simple', "
                    + conditions.parameter(words.queryInName()) + ") then 2 else 3 end";
        }
    },
    /** A word that shares enough groups of three letters with each word: the most similar first. */
    SIMILAR {
        @Override
        void require(SearchWords words, Conditions conditions) {
            if (words.comparable().isEmpty()) {
                conditions.that("false");
            }
            words.comparable().forEach(word -> conditions.that("? <% s.words", word));
        }

        @Override
        String tier(SearchWords words, Conditions conditions) {
            return "cast(1000 - round(1000 * word_similarity(" + conditions.parameter(words.folded())
                    + ", s.words)) as int)";
        }
    };

    /** {@code <%} finds words that are at least so similar; 1 is the same. Two letters exchanged make about 0.43. */
    static final String THRESHOLD = "0.4";

    abstract void require(SearchWords words, Conditions conditions);

    /** An SQL expression: a whole number, the smaller the better. */
    abstract String tier(SearchWords words, Conditions conditions);

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One letter, to remember it in a cursor. */
    String mark() {
        return name().substring(0, 1);
    }
}
