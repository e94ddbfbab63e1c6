package org.livelabel.conduct.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import org.junit.jupiter.api.Test;

class JsonLimitsTest {
    private static final JsonLimits LIMITS = new JsonLimits(20);

    @Test
    void whatIsTooDeepIsToldSoAndNotThatItIsNoJson() {
        assertThat(flaw("[".repeat(10_000) + "]".repeat(10_000)))
                .startsWith("More than 20 objects and lists stand in one another")
                .endsWith("; send it flatter.");
    }

    @Test
    void aNameThatIsTooLongIsToldSoAndNotQuoted() {
        assertThat(flaw("{\"" + "k".repeat(60_000) + "\": 1}"))
                .startsWith("The name of a member has more than 1000 characters")
                .doesNotContain("kk");
    }

    @Test
    void aNumberThatIsTooLongIsToldSo() {
        assertThat(flaw("1".repeat(401))).startsWith("A number has more than 400 digits");
    }

    @Test
    void whatIsNoJsonIsToldWhere() {
        assertThat(flaw("{\"a\":\n ]")).startsWith("This is not JSON at line 2, column ");
        assertThat(flaw("{\"a\": 1, \"a\": 2}")).startsWith("A member stands twice in one object at line 1, ");
    }

    private static String flaw(String json) {
        JsonFactory strict = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(LIMITS.constraints())
                .build();
        return LIMITS.flaw(catchThrowableOfType(JsonProcessingException.class, () -> {
            try (JsonParser parser = strict.createParser(json)) {
                while (parser.nextToken() != null) {
                    parser.getText();
                    if (parser.currentToken().isNumeric()) {
                        parser.getNumberValue();
                    }
                }
            }
        }));
    }
}
