package org.livelabel.registry.publishing;

import java.util.List;
import java.util.function.Function;
import org.livelabel.registry.entry.Entry;
import org.livelabel.registry.log.Publication;

/**
 * What an act came to: what it says in public, and what it answers when that is said. Everything has been looked at and
 * written by then: whoever makes the answer has the head of the log in hand, and everybody who publishes waits.
 */
public record Outcome<T>(List<Entry> entries, Function<List<Publication>, T> answer) {
    public static <T> Outcome<T> of(List<Entry> entries, Function<List<Publication>, T> answer) {
        return new Outcome<>(List.copyOf(entries), answer);
    }

    public static <T> Outcome<T> of(Entry entry, Function<Publication, T> answer) {
        return new Outcome<>(List.of(entry), published -> answer.apply(published.getFirst()));
    }

    /** Nothing is said in public. */
    public static <T> Outcome<T> silent(T answer) {
        return new Outcome<>(List.of(), published -> answer);
    }
}
