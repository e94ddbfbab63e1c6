package org.livelabel.registry.text;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.difflib.algorithm.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.livelabel.registry.text.Segment.Op;

/**
 * What changed between two texts, in bounded time and memory. First whole paragraphs are compared, then the words of
 * those that differ. The passages that are equal or deleted make up the earlier text to the letter, those that are equal
 * or inserted the later one.
 *
 * @param segments empty if the texts are too different
 */
public record TextDiff(Mode mode, List<Segment> segments) {
    /** About ten megabytes while it is computed, and a thousandth of a second for texts that are alike. */
    static final long NODES = 250_000;

    private static final Pattern PARAGRAPH = Pattern.compile("[^\n]*\n|[^\n]+");
    /** Chinese, Japanese and Thai put no spaces between words. */
    private static final String UNSPACED = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}";

    private static final Pattern WORD = Pattern.compile("[" + UNSPACED + "]\\s*+|[^\\s" + UNSPACED + "]++\\s*+|\\s++");

    @Schema(name = "TextDiffMode")
    public enum Mode {
        @JsonProperty("words")
        WORDS("Every change is shown to the word."),
        @JsonProperty("paragraphs")
        PARAGRAPHS(
                "Passages that have little in common are not compared word by word; they are shown whole, before and after."),
        @JsonProperty("too_different")
        TOO_DIFFERENT(
                "The two texts are too different to show what changed word by word. Read both; their addresses are given.");

        private final String explanation;

        Mode(String explanation) {
            this.explanation = explanation;
        }

        /** For people, in English. */
        public String explanation() {
            return explanation;
        }
    }

    public static TextDiff between(String from, String to) {
        return between(from, to, NODES);
    }

    static TextDiff between(String from, String to, long nodes) {
        if (from.equals(to)) {
            return new TextDiff(Mode.WORDS, from.isEmpty() ? List.of() : List.of(new Segment(Op.EQUAL, from)));
        }
        List<String> before = items(PARAGRAPH, from);
        List<String> after = items(PARAGRAPH, to);
        Optional<List<Change>> changes = new Effort(nodes).changes(before, after);
        if (changes.isEmpty()) {
            return new TextDiff(Mode.TOO_DIFFERENT, List.of());
        }
        Effort forWords = new Effort(nodes);
        Segments segments = new Segments();
        boolean toTheWord = true;
        int at = 0;
        for (Change change : changes.get()) {
            segments.add(Op.EQUAL, before.subList(at, change.startOriginal));
            toTheWord &= words(
                    before.subList(change.startOriginal, change.endOriginal),
                    after.subList(change.startRevised, change.endRevised),
                    forWords,
                    segments);
            at = change.endOriginal;
        }
        segments.add(Op.EQUAL, before.subList(at, before.size()));
        return new TextDiff(toTheWord ? Mode.WORDS : Mode.PARAGRAPHS, segments.list());
    }

    public int words(Op op) {
        return segments.stream()
                .filter(segment -> segment.op() == op)
                .mapToInt(segment -> (int) WORD.matcher(segment.text())
                        .results()
                        .filter(word -> !word.group().isBlank())
                        .count())
                .sum();
    }

    /** @return whether the passages could be compared word by word */
    private static boolean words(List<String> from, List<String> to, Effort effort, Segments segments) {
        if (from.isEmpty() || to.isEmpty()) {
            segments.add(Op.DELETE, from);
            segments.add(Op.INSERT, to);
            return true;
        }
        List<String> before = items(WORD, String.join("", from));
        List<String> after = items(WORD, String.join("", to));
        Optional<List<Change>> changes = effort.changes(before, after);
        if (changes.isEmpty()) {
            segments.add(Op.DELETE, from);
            segments.add(Op.INSERT, to);
            return false;
        }
        int at = 0;
        for (Change change : changes.get()) {
            segments.add(Op.EQUAL, before.subList(at, change.startOriginal));
            segments.add(Op.DELETE, before.subList(change.startOriginal, change.endOriginal));
            segments.add(Op.INSERT, after.subList(change.startRevised, change.endRevised));
            at = change.endOriginal;
        }
        segments.add(Op.EQUAL, before.subList(at, before.size()));
        return true;
    }

    /** One more than can be compared is enough to know that there are too many. */
    private static List<String> items(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .limit(Effort.MOST_ITEMS + 1L)
                .toList();
    }

    /** Neighbours of the same kind become one passage. */
    private static final class Segments {
        private final List<Segment> list = new ArrayList<>();

        void add(Op op, List<String> items) {
            if (items.isEmpty()) {
                return;
            }
            String text = String.join("", items);
            if (!list.isEmpty() && list.getLast().op() == op) {
                text = list.removeLast().text() + text;
            }
            list.add(new Segment(op, text));
        }

        List<Segment> list() {
            return List.copyOf(list);
        }
    }
}
