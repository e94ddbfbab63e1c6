package org.livelabel.registry.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GtinMergeTest {
    @ParameterizedTest
    @CsvSource({
        // seen, wanted, public now, merged
        "'', 'a b', '', 'a b'",
        "'a', 'a b', 'a', 'a b'",
        "'a', 'b a', 'a', 'b a'",
        "'a b', 'a', 'a b', 'a'",
        // an operator gave one
        "'a', 'a', 'a x', 'a x'",
        "'a', 'b', 'a x', 'b x'",
        "'a', 'a x', 'a x', 'a x'",
        // an operator took one
        "'a x', 'a x', 'a', 'a'",
        "'a x', 'a x b', 'a', 'a b'",
        "'a x', 'a', 'a', 'a'"
    })
    void whatThePersonChangedIsDoneToWhatIsPublicNow(String seen, String wanted, String now, String merged) {
        assertThat(GtinMerge.of(list(seen), list(wanted), list(now))).isEqualTo(list(merged));
    }

    private static List<String> list(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }
}
