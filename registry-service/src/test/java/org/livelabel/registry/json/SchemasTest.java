package org.livelabel.registry.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.conduct.problem.Violation;

class SchemasTest {
    private final Schemas schemas = new Schemas();

    @Test
    void noMessageHoldsARegularExpression() {
        for (String name :
                List.of("disclosure/1", "draft/1", "import-row/1", "policy/1", "firmware/1", "organisation/1")) {
            StrictJson.parse(Objects.requireNonNull(schemas.text(name)))
                    .findValuesAsText("pattern")
                    .forEach(pattern ->
                            assertThat(Schemas.form(pattern)).as(pattern).isNotEqualTo("see the schema"));
        }

        List<Violation> violations = schemas.violations("disclosure/1", StrictJson.parse("""
                {"provenance": {"basis": "document", "asserted_on": "2026-01-01", "evidence": [{"url": "x", "sha256": "y"}]},
                 "product": {"country_of_manufacture": "Sweden", "intended_purpose": {"English": "x"}}}"""));

        assertThat(violations)
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "/provenance/evidence/0/url",
                        "/provenance/evidence/0/sha256",
                        "/product/country_of_manufacture",
                        "/product/intended_purpose");
        assertThat(violations).extracting(Violation::message).noneMatch(message -> message.contains("^"));
    }

    @Test
    void aMembersNameIsWrittenAsAJsonPointerWritesIt() {
        JsonNode body = StrictJson.parse("{\"reason\": {\"a/b~c\": \"\\u0007\"}}");

        assertThat(schemas.violations("withdrawal/1", body))
                .extracting(Violation::field)
                .contains("/reason/a~1b~0c");
    }
}
