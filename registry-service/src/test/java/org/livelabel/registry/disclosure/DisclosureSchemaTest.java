package org.livelabel.registry.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.conduct.problem.Violation;
import org.livelabel.registry.json.Schemas;
import org.livelabel.registry.testing.Peers;

/** What a disclosure can say, and what it must not. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class DisclosureSchemaTest {
    @Inject
    Schemas schemas;

    @Test
    void aClaimSaysOnWhatBasisForHowLongAndForWhichDevicesItHolds() throws Exception {
        JsonNode disclosure = with("""
                "updates": {"signed": {"answer": "yes", "statement": {"en": "Yes", "pt-BR": "Sim"},
                  "provenance": {"basis": "test", "asserted_on": "2026-01-01", "valid_until": "2028-01-01",
                    "evidence": [{"url": "https://lab.example/1", "sha256": "%s", "title": "Report"}]},
                  "scope": {"models": ["HV2-E"], "firmware_versions": ["2.1", "2.2"]}}}""".formatted("a".repeat(64)));

        assertThat(schemas.violations("disclosure/1", disclosure)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        evidence without https       | "updates": {"signed": {"answer": "yes", "provenance": {"evidence": [{"url": "http://lab.example/1"}]}}} | /updates/signed/provenance/evidence/0/url
        evidence on no day           | "updates": {"signed": {"answer": "yes", "provenance": {"asserted_on": "2026-13-01"}}} | /updates/signed/provenance/asserted_on
        a digest that is none        | "updates": {"signed": {"answer": "yes", "provenance": {"evidence": [{"url": "https://a.example", "sha256": "abc"}]}}} | /updates/signed/provenance/evidence/0/sha256
        a scope of nothing           | "updates": {"signed": {"answer": "yes", "scope": {}}} | /updates/signed/scope
        a claimant of one's own      | "updates": {"signed": {"answer": "yes", "claimant": "A lab"}} | /updates/signed/claimant
        silence written down         | "updates": {"signed": {"answer": "not_stated"}} | /updates/signed/answer
        an answer to a criterion     | "criteria": {"OTA-1": "yes"} | /criteria
        a level                      | "security": {"level": 3} | /security/level
        a support date               | "support": {"end_of_security_support": "2030-01-01"} | /support
        firmware                     | "firmware": [] | /firmware
        an unknown kind of data      | "data": {"practices": [{"data_type": "thoughts"}]} | /data/practices/0/data_type
        a country by its name        | "data": {"practices": [{"data_type": "usage", "cloud_regions": ["Sweden"]}]} | /data/practices/0/cloud_regions/0
        days and an event            | "data": {"practices": [{"data_type": "usage", "kept_in_cloud": {"days": 1, "until": "reset"}}]} | /data/practices/0/kept_in_cloud
        a language that is none      | "offline": {"physical_safety": {"English": "None"}} | /offline/physical_safety
        """)
    void whatDoesNotBelongInItIsNamed(String what, String member, String field) throws Exception {
        JsonNode disclosure = with(member);

        assertThat(schemas.violations("disclosure/1", disclosure))
                .as(what)
                .extracting(Violation::field)
                .contains(field);
    }

    private static JsonNode with(String member) throws Exception {
        return new ObjectMapper()
                .readTree("{\"provenance\": {\"basis\": \"statement\", \"asserted_on\": \"2026-01-01\"}, " + member
                        + "}");
    }
}
