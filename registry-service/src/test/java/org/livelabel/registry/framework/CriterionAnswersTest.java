package org.livelabel.registry.framework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What disclosures mean for criteria, by the catalogue as it is shipped. */
class CriterionAnswersTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Frameworks FRAMEWORKS = new Frameworks(MAPPER);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        OTA-6  | {"updates": {"signed": {"answer": "yes"}, "keeps_settings": {"answer": "yes"}}} | yes
        OTA-6  | {"updates": {"signed": {"answer": "yes"}}} | not_stated
        OTA-6  | {"updates": {"signed": {"answer": "yes"}, "keeps_settings": {"answer": "no"}}} | partly
        OTA-11 | {"access": {"default_password": {"kind": "fixed"}}} | no
        OTA-18 | {"data": {"collects": {"answer": "no"}}} | yes
        OTA-18 | {"data": {"collects": {"answer": "yes"}}} | not_stated
        OTA-18 | {"data": {"collects": {"answer": "yes"}, "practices": [{"data_type": "camera", "purposes": ["core_function"]}]}} | yes
        OTA-18 | {"data": {"collects": {"answer": "yes"}, "practices": [{"data_type": "camera", "purposes": ["ads"], "opt_in": "no"}]}} | partly
        OTA-18 | {"data": {"collects": {"answer": "yes"}, "practices": [{"data_type": "camera"}]}} | not_stated
        OTA-19 | {"offline": {"works": {"answer": "yes"}}} | yes
        OTA-19 | {"offline": {"works": {"answer": "no"}}} | not_stated
        OTA-19 | {"offline": {"works": {"answer": "no"}, "stops": [{"en": "All"}], "physical_safety": {"en": "The door stays shut"}}} | yes
        OTA-20 | {"data": {"practices": [{"data_type": "camera", "kept_on_device": {"days": 0}, "kept_in_cloud": {"days": 30}}]}} | yes
        OTA-23 | {"data": {"practices": [{"data_type": "camera", "shared_with": []}]}, "privacy": {"third_party_duties": {"answer": "not_applicable"}}} | yes
        OTA-23 | {"data": {"practices": [{"data_type": "camera", "shared_with": [{"name": "A", "role": "advertiser", "consent": "none"}]}]}} | no
        OTA-25 | {"data": {"practices": [{"data_type": "camera", "sold": "yes"}]}, "privacy": {"no_sale": {"answer": "yes"}}} | partly
        OTA-29 | {"privacy": {"deletion": {"answer": "yes", "where": ["device"]}}} | partly
        OTA-29 | {"privacy": {"deletion": {"answer": "no"}}} | no
        """)
    void fieldsAnswerTheTrustFramework(String criterion, String disclosure, String answer) throws Exception {
        assertThat(answer(criterion, Stated.of(MAPPER.readTree(disclosure), Map.of())))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        UP-1  | {"access": {"authentication_required": {"answer": "yes"}, "default_password": {"kind": "unique_per_device"}}} | yes
        VS-3  | {"updates": {"signature_algorithms": ["ed25519", "rsa_4096"]}} | yes
        VS-3  | {"updates": {"signature_algorithms": ["ed25519", "proprietary"]}} | partly
        VS-3  | {"updates": {"signature_algorithms": ["other"]}} | not_stated
        SD-1  | {"security": {"secure_by_default": {"answer": "yes"}}} | not_stated
        SD-1  | {"security": {"secure_by_default": {"answer": "yes"}, "profile": "Smart speaker profile"}} | yes
        VDP-1 | {"vulnerabilities": {"contact": "mailto:security@halden.example"}} | yes
        PC-1  | {"security": {"cryptography_standards": ["TLS 1.3"]}} | yes
        PC-1  | {"security": {"standard_cryptography": {"answer": "no"}, "cryptography_standards": ["TLS 1.3"]}} | no
        """)
    void fieldsAnswerThePledge(String rung, String disclosure, String answer) throws Exception {
        assertThat(answer(rung, Stated.of(MAPPER.readTree(disclosure), Map.of())))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "fixed_date, yes",
        "notice_before_end, yes",
        "no_end_announced, no",
        "none_promised, no",
        "not_stated, no",
        "a_kind_of_a_later_release, not_stated"
    })
    void theSupportRecordAnswersBesideTheDocument(String kind, String answer) {
        assertThat(answer("SE-1", Stated.of(null, Map.of("support", kind)))).isEqualTo(answer);
    }

    @Test
    void whoSaysNothingHasAnsweredNothing() {
        for (Framework framework : FRAMEWORKS.all()) {
            assertThat(framework.criteria())
                    .extracting(criterion -> criterion.answer(Stated.of(null, Map.of())))
                    .containsOnly(Answer.NOT_STATED);
        }
    }

    @Test
    void aPolicyAnswersWhatTheDocumentLeavesOpen() {
        Stated silent = Stated.of(null, Map.of());

        assertThat(answer("OTA-28", silent)).isEqualTo("not_stated");
        assertThat(answer("OTA-28", silent.with("policy/privacy_notice"))).isEqualTo("yes");
    }

    private static String answer(String criterion, Stated stated) {
        return FRAMEWORKS.criterion(criterion).orElseThrow().answer(stated).wireName();
    }
}
