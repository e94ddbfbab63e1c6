package org.livelabel.registry.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.registry.text.Segment.Op;
import org.livelabel.registry.text.TextDiff.Mode;

class TextDiffTest {
    @Test
    void aChangedWordIsShownAndNothingElse() {
        TextDiff diff = TextDiff.between(
                "We keep recordings for 30 days.\nWe never sell them.\n",
                "We keep recordings for 90 days.\nWe never sell them.\n");

        assertThat(diff.mode()).isEqualTo(Mode.WORDS);
        assertThat(diff.segments())
                .containsExactly(
                        new Segment(Op.EQUAL, "We keep recordings for "),
                        new Segment(Op.DELETE, "30 "),
                        new Segment(Op.INSERT, "90 "),
                        new Segment(Op.EQUAL, "days.\nWe never sell them.\n"));
        assertThat(diff.words(Op.INSERT)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        from nothing     | ''          | All of it.   | INSERT
        to nothing       | All of it.  | ''           | DELETE
        nothing changed  | All of it.  | All of it.   | EQUAL
        """)
    void aTextThatAppearsOrGoesIsOnePassage(String what, String from, String to, Op op) {
        TextDiff diff = TextDiff.between(from, to);

        assertThat(diff.segments()).as(what).containsExactly(new Segment(op, "All of it."));
    }

    @Test
    void whereNothingStandsBetweenWordsSignsAreCompared() {
        TextDiff diff = TextDiff.between("録画は三十日保存します。", "録画は九十日保存します。");

        assertThat(diff.segments())
                .containsExactly(
                        new Segment(Op.EQUAL, "録画は"),
                        new Segment(Op.DELETE, "三"),
                        new Segment(Op.INSERT, "九"),
                        new Segment(Op.EQUAL, "十日保存します。"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theSegmentsMakeUpBothTextsToTheLetter(long seed) {
        Random random = new Random(seed);
        String from = randomText(random, 400);
        String to = mutated(random, from);

        TextDiff diff = TextDiff.between(from, to, seed % 2 == 0 ? TextDiff.NODES : 2_000);

        if (diff.mode() == Mode.TOO_DIFFERENT) {
            assertThat(diff.segments()).isEmpty();
        } else {
            assertThat(without(diff, Op.INSERT)).isEqualTo(from);
            assertThat(without(diff, Op.DELETE)).isEqualTo(to);
        }
    }

    @Test
    void aRewrittenPassageIsShownWholeAndTheRestToTheWord() {
        String rewritten = words("old", 2_000) + "\n";
        String kept = "We never sell them.\n";

        TextDiff diff = TextDiff.between(
                rewritten + kept + "For 30 days.\n", words("new", 2_000) + "\n" + kept + "For 90 days.\n");

        assertThat(diff.mode()).isEqualTo(Mode.PARAGRAPHS);
        assertThat(diff.segments().getFirst()).isEqualTo(new Segment(Op.DELETE, rewritten));
        assertThat(without(diff, Op.DELETE)).contains(kept);
    }

    @Test
    void twoTextsOfAMebibyteThatAreAlikeAreComparedToTheWord() {
        String from = mebibyte("same");
        String to = from.replaceFirst("same17 ", "other ");

        TextDiff diff = TextDiff.between(from, to);

        assertThat(diff.mode()).isEqualTo(Mode.WORDS);
        assertThat(diff.words(Op.INSERT)).isEqualTo(1);
        assertThat(without(diff, Op.DELETE)).isEqualTo(to);
    }

    @Test
    void twoTextsOfAMebibyteWithNothingInCommonAreTooDifferentAndCostNoMoreThanTheCap() {
        TextDiff diff = TextDiff.between(mebibyte("one"), mebibyte("two"));

        assertThat(diff.mode()).isEqualTo(Mode.TOO_DIFFERENT);
        assertThat(diff.segments()).isEmpty();
    }

    @Test
    void oneParagraphOfAMebibyteIsShownWhole() {
        String from = mebibyte("one").replace('\n', ' ');
        String to = mebibyte("two").replace('\n', ' ');

        TextDiff diff = TextDiff.between(from, to);

        assertThat(diff.mode()).isEqualTo(Mode.PARAGRAPHS);
        assertThat(diff.segments()).containsExactly(new Segment(Op.DELETE, from), new Segment(Op.INSERT, to));
    }

    @Test
    void moreItemsThanCanBeHeldAreNotCompared() {
        TextDiff diff = TextDiff.between("\n".repeat(1 << 20), "\n".repeat((1 << 20) - 1));

        assertThat(diff.mode()).isEqualTo(Mode.TOO_DIFFERENT);
    }

    @Test
    void theEffortIsSpentOnceForAllPassages() {
        Effort effort = new Effort(100);

        assertThat(effort.changes(List.of("a", "b"), List.of("c", "d"))).isPresent();
        assertThat(effort.changes(numbers(0, 50), numbers(50, 100))).isEmpty();
    }

    private static String without(TextDiff diff, Op op) {
        return diff.segments().stream()
                .filter(segment -> segment.op() != op)
                .map(Segment::text)
                .collect(Collectors.joining());
    }

    private static String randomText(Random random, int words) {
        return IntStream.range(0, words)
                .mapToObj(i -> "w" + random.nextInt(40) + separator(random))
                .collect(Collectors.joining());
    }

    private static String separator(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> ".\n";
            case 1 -> "\n\n";
            case 2 -> ",  ";
            default -> " ";
        };
    }

    private static String mutated(Random random, String text) {
        StringBuilder result = new StringBuilder(text);
        for (int i = 0; i < 30; i++) {
            int at = random.nextInt(result.length());
            if (random.nextBoolean()) {
                result.insert(at, "new" + i + separator(random));
            } else {
                result.delete(at, Math.min(result.length(), at + random.nextInt(40)));
            }
        }
        return result.toString();
    }

    private static String mebibyte(String word) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 1 << 20; i++) {
            text.append(word).append(i).append(i % 12 == 11 ? '\n' : ' ');
        }
        return text.toString();
    }

    private static String words(String word, int count) {
        return String.join(" ", numbers(0, count).stream().map(n -> word + n).toList());
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }
}
