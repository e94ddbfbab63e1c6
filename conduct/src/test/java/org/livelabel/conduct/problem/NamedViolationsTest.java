package org.livelabel.conduct.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedViolationsTest {
    @Test
    void ofManyTheFirstHundredAreNamedAndOfFewAll() {
        List<Integer> many = IntStream.range(0, 101).boxed().toList();

        assertThat(NamedViolations.of(many)).isEqualTo(many.subList(0, 100));
        assertThat(NamedViolations.of(many.subList(0, 100))).hasSize(100);
        assertThat(NamedViolations.of(List.of(1))).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource({
        "1, ''",
        "2, ' (and 1 more)'",
        "100, ' (and 99 more)'",
        "101, ' (and 100 more; the first 100 are listed)'"
    })
    void itIsSaidHowManyThereAre(int all, String said) {
        assertThat(NamedViolations.more(all)).isEqualTo(said);
    }
}
