package org.livelabel.conduct.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StrictJsonTest {
    @ParameterizedTest
    @CsvSource({"12.0, 12", "1.2e1, 12", "1.25, 1.25", "-0.0, 0", "1e20, 100000000000000000000"})
    void aWholeNumberIsTheSameInWhateverFormItWasWritten(String written, String read) {
        assertThat(StrictJson.parse("[" + written + "]")).hasToString("[" + read + "]");
    }

    static List<Arguments> unreadable() {
        return List.of(
                Arguments.of("", "The body is empty"),
                Arguments.of("{\"a\":", "This is not JSON"),
                Arguments.of("{} {}", "This is not JSON"),
                Arguments.of("{\"a\":1,\"a\":2}", "A member stands twice"),
                Arguments.of("[".repeat(41) + "]".repeat(41), "More than 40 objects and lists"),
                Arguments.of("{\"" + "k".repeat(1001) + "\":1}", "The name of a member has more than 1000 characters"),
                Arguments.of("9".repeat(401), "A number has more than 400 digits"),
                Arguments.of("1e400", "A number has more than 400 digits"),
                Arguments.of("1e-401", "A number has more than 400 digits"),
                Arguments.of("1e999999999", "A number has more than 400 digits"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatNotEveryReaderUnderstandsAlikeIsRefused(String body, String detail) {
        assertThatThrownBy(() -> StrictJson.parse(body)).isInstanceOfSatisfying(HttpProblem.class, problem -> {
            assertThat(problem.getStatusCode()).isEqualTo(400);
            assertThat(problem.getType()).hasPath("/problems/unreadable-body");
            assertThat(problem.getDetail()).startsWith(detail);
        });
    }

    @Test
    void aNumberMayHave400Digits() {
        String most = "9".repeat(400);

        assertThat(StrictJson.parse("[" + most + ",-" + most + "]")).hasToString("[" + most + ",-" + most + "]");
    }

    @Test
    void aBodyIsUtf8AndNotLargerThanItsLimit() {
        byte[] latin1 = "\"é\"".getBytes(StandardCharsets.ISO_8859_1);
        byte[] five = "\"abc\"".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> StrictJson.read(new ByteArrayInputStream(latin1)))
                .hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> StrictJson.read(new ByteArrayInputStream(five), 4, "Send half."))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> {
                    assertThat(problem.getStatusCode()).isEqualTo(413);
                    assertThat(problem.getDetail()).isEqualTo("The body has more than 4 bytes. Send half.");
                });
        assertThat(StrictJson.read(new ByteArrayInputStream(five), 5, "").asText())
                .isEqualTo("abc");
    }
}
