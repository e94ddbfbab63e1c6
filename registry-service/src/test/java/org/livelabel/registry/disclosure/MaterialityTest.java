package org.livelabel.registry.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.livelabel.conduct.problem.Violation;

class MaterialityTest {
    private static final List<Finding> ADS = List.of(
            Finding.of(ChangeCode.PURPOSE_ADDED, "/data/practices/0/purposes", ""),
            Finding.of(ChangeCode.EDITORIAL, "/updates/signed", ""));
    private static final List<Finding> WORDS = List.of(Finding.of(ChangeCode.EDITORIAL, "/updates/signed", ""));

    @Test
    void aRuleThatFiresMakesAChangeMaterialByItself() throws Exception {
        Materiality found = Materiality.of(ADS, Declaration.of(null));

        assertThat(found.material()).isTrue();
        assertThat(found.codes()).containsExactly(ChangeCode.PURPOSE_ADDED, ChangeCode.EDITORIAL);
        assertThat(found.violations()).isEmpty();
    }

    @Test
    void aMakerCanCallAnyChangeMaterial() throws Exception {
        assertThat(Materiality.of(WORDS, declared("{\"declared\": true}")).material())
                .isTrue();
        assertThat(Materiality.of(WORDS, declared("{\"declared\": false}")).material())
                .isFalse();
        assertThat(Materiality.of(WORDS, Declaration.of(null)).material()).isFalse();
    }

    @Test
    void sayingNotMaterialSilencesNoRule() throws Exception {
        Materiality denied = Materiality.of(ADS, declared("{\"declared\": false}"));

        assertThat(denied.material()).isTrue();
        assertThat(denied.violations()).extracting(Violation::field).containsExactly("/materiality/declared");
        assertThat(denied.violations().getFirst().message()).contains("purpose_added", "reason");
    }

    @Test
    void aContestedRuleStaysAmongTheCodes() throws Exception {
        Materiality contested = Materiality.of(ADS, declared("""
                {"declared": false, "contested": [{"code": "purpose_added", "reason": {"en": "It always was."}}]}"""));

        assertThat(contested.violations()).isEmpty();
        assertThat(contested.material()).isFalse();
        assertThat(contested.codes()).contains(ChangeCode.PURPOSE_ADDED);
        assertThat(contested.contested().getFirst().reason().get("en").asText()).isEqualTo("It always was.");
    }

    @Test
    void onlyARuleThatFiresCanBeContestedAndOnlyOnce() throws Exception {
        Materiality idle = Materiality.of(
                WORDS, declared("{\"contested\": [{\"code\": \"sale_started\", \"reason\": {\"en\": \"No\"}}]}"));
        Materiality twice = Materiality.of(ADS, declared("""
                {"contested": [{"code": "purpose_added", "reason": {"en": "No"}},
                               {"code": "purpose_added", "reason": {"en": "No!"}}]}"""));

        assertThat(idle.violations()).extracting(Violation::field).containsExactly("/materiality/contested/0/code");
        assertThat(twice.violations()).extracting(Violation::field).containsExactly("/materiality/contested/1/code");
    }

    @Test
    void aCorrectedErrorIsToldAndSilencesNothing() throws Exception {
        Materiality corrected = Materiality.of(ADS, declared("{\"error_corrected\": true}"));

        assertThat(corrected.codes()).contains(ChangeCode.ERROR_CORRECTED, ChangeCode.PURPOSE_ADDED);
        assertThat(corrected.material()).isTrue();
    }

    @Test
    void theDraftsSchemaLetsEveryRuleOverTheDisclosureBeContested() throws Exception {
        JsonNode schema = new ObjectMapper().readTree(getClass().getResource("/schemas/draft-1.json"));
        List<String> material = Arrays.stream(ChangeCode.values())
                .filter(ChangeCode::isMaterial)
                // has a reason of its own, with the support commitment
                .filter(code -> code != ChangeCode.SUPPORT_SHORTENED)
                .map(ChangeCode::wireName)
                .toList();

        assertThat(schema.at("/$defs/materiality/properties/contested/items/properties/code/enum")
                        .valueStream())
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(material);
    }

    @Property
    void whateverFiresWithoutBeingContestedIsMaterial(@ForAll List<ChangeCode> codes, @ForAll boolean corrected) {
        List<Finding> findings = codes.stream().map(c -> Finding.of(c, "/", "")).toList();

        Materiality materiality = Materiality.of(findings, new Declaration(null, corrected, List.of()));

        assertThat(materiality.material()).isEqualTo(codes.stream().anyMatch(ChangeCode::isMaterial));
        assertThat(materiality.codes()).containsAll(codes).doesNotHaveDuplicates();
    }

    private static Declaration declared(String json) throws Exception {
        return Declaration.of(new ObjectMapper().readTree(json));
    }
}
