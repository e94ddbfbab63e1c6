package org.livelabel.registry.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the rule by which several fields make one answer. */
class AnswerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        yes                          | yes
        yes yes                      | yes
        yes not_applicable           | yes
        not_applicable               | not_applicable
        not_applicable not_applicable| not_applicable
        no                           | no
        no no                        | no
        no not_applicable            | no
        no not_stated                | no
        no yes                       | partly
        no partly                    | partly
        no yes not_stated            | partly
        not_stated                   | not_stated
        not_stated not_applicable    | not_stated
        yes not_stated               | not_stated
        partly not_stated            | not_stated
        partly                       | partly
        partly yes                   | partly
        ''                           | not_stated
        """)
    void severalFieldsMakeOneAnswer(String fields, String expected) {
        List<Answer> answers = fields.isBlank()
                ? List.of()
                : Arrays.stream(fields.strip().split(" +")).map(Answer::ofWire).toList();

        assertThat(Answer.of(answers).wireName()).isEqualTo(expected);
    }

    @Property
    void silenceNeverMakesAnAnswerBetter(@ForAll List<Answer> said) {
        List<Answer> withSilence = new java.util.ArrayList<>(said);
        withSilence.add(Answer.NOT_STATED);

        assertThat(goodness(Answer.of(withSilence))).isLessThanOrEqualTo(goodness(Answer.of(said)));
    }

    @Property
    void theOrderOfFieldsDoesNotMatter(@ForAll List<Answer> said) {
        List<Answer> shuffled = new java.util.ArrayList<>(said);
        java.util.Collections.reverse(shuffled);

        assertThat(Answer.of(shuffled)).isEqualTo(Answer.of(said));
    }

    /** What is not applicable is as good as a yes: nothing is wanting. */
    private static int goodness(Answer answer) {
        return switch (answer) {
            case YES, NOT_APPLICABLE -> 3;
            case PARTLY -> 2;
            case NO, NOT_STATED -> 1;
        };
    }
}
