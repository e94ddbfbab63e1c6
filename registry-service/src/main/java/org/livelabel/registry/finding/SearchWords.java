package org.livelabel.registry.finding;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Words as they are compared: letters and digits in lower case, accents dropped, everything else a space. What is stored
 * and what is asked go through here alike, so HV2-E is found by "hv2-e", "HV2 E" and "hv2".
 */
record SearchWords(List<String> words) {
    static String fold(@Nullable String... texts) {
        String joined = Stream.of(texts).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return Normalizer.normalize(joined, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    static SearchWords of(String text) {
        String folded = fold(text);
        return new SearchWords(folded.isEmpty() ? List.of() : Arrays.asList(folded.split(" ")));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    String folded() {
        return String.join(" ", words);
    }

    /** Every word, or a word that begins so. */
    String query() {
        return words.stream().map(word -> word + ":*").collect(Collectors.joining(" & "));
    }

    /** The same, all of them in the name. */
    String queryInName() {
        return words.stream().map(word -> word + ":*A").collect(Collectors.joining(" & "));
    }

    /** Words long enough to say that another is similar. */
    List<String> comparable() {
        return words.stream().filter(word -> word.length() > 2).toList();
    }
}
