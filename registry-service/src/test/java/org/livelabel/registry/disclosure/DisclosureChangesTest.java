package org.livelabel.registry.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.registry.json.Schemas;
import org.livelabel.registry.testing.Peers;

/** Each rule, with a change that it must find and one that it must leave alone. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class DisclosureChangesTest {
    private final ObjectMapper mapper = new ObjectMapper();

    @Inject
    DisclosureChanges changes;

    @Inject
    Schemas schemas;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a sensor                       | "data_type": "climate"                                  | "data_type": "climate"}, {"data_type": "camera"        | sensor_added
        a sensor's data from the app   | "data_type": "climate"                                  | "data_type": "climate"}, {"data_type": "location", "collected_by": ["app"] | data_category_added
        a kind of data                 | "data_type": "climate"                                  | "data_type": "climate"}, {"data_type": "contacts"      | data_category_added
        a sensor whose data is sold from its first day | "data_type": "climate"                  | "data_type": "climate"}, {"data_type": "camera", "sold": "yes" | sensor_added sale_started
        a sensor whose data is shared from its first day | "data_type": "climate"                | "data_type": "climate"}, {"data_type": "camera", "shared_with": [{"name": "A", "role": "advertiser"}] | sensor_added sharing_started
        a kind of data for everything  | "data_type": "climate"                                  | "data_type": "climate"}, {"data_type": "contacts", "purposes": ["core_function", "ads", "ai_training"], "sold": "yes", "shared_with": [{"name": "A", "role": "other"}] | data_category_added purpose_added ai_training_use sharing_started sale_started
        a sensor for its function alone | "data_type": "climate"                                 | "data_type": "climate"}, {"data_type": "camera", "purposes": ["core_function", "security"], "sold": "no", "shared_with": [] | sensor_added
        a practice of nobody's becomes the device's | "data_type": "climate"}, {"data_type": "camera", "collected_by": [] | "data_type": "climate"}, {"data_type": "camera", "collected_by": ["device"] | sensor_added
        the device collects it as well | "data_type": "location", "collected_by": ["app"]        | "data_type": "location", "collected_by": ["app", "device"] | sensor_added
        a purpose                      | "data_type": "usage", "purposes": ["core_function"]     | "data_type": "usage", "purposes": ["core_function", "ads"] | purpose_added
        training                       | "data_type": "usage", "purposes": ["research"]          | "data_type": "usage", "purposes": ["ai_training"]      | ai_training_use
        purposes told for the first time | "data_type": "usage"                                  | "data_type": "usage", "purposes": ["ads"]              | other_facts_changed
        sharing                        | "data_type": "usage", "shared_with": []                 | "data_type": "usage", "shared_with": [{"name": "A", "role": "researcher"}] | sharing_started
        a kind of recipient            | "data_type": "usage", "shared_with": [{"name": "A", "role": "researcher"}] | "data_type": "usage", "shared_with": [{"name": "B", "role": "advertiser"}] | recipient_category_added
        a recipient of the same kind   | "data_type": "usage", "shared_with": [{"name": "A", "role": "researcher"}] | "data_type": "usage", "shared_with": [{"name": "A", "role": "researcher"}, {"name": "B", "role": "researcher"}] | recipient_added
        no more asking first           | "data_type": "usage", "shared_with": [{"name": "A", "role": "researcher", "consent": "opt_in"}] | "data_type": "usage", "shared_with": [{"name": "A", "role": "researcher", "consent": "opt_out"}] | default_weakened
        a country                      | "data_type": "usage", "cloud_regions": ["SE"]           | "data_type": "usage", "cloud_regions": ["SE", "US"]    | transfer_country_added
        a country less                 | "data_type": "usage", "cloud_regions": ["SE", "US"]     | "data_type": "usage", "cloud_regions": ["SE"]          | other_facts_changed
        sale                           | "data_type": "usage", "sold": "no"                      | "data_type": "usage", "sold": "yes"                    | sale_started
        kept for more days             | "data_type": "usage", "kept_in_cloud": {"days": 30}     | "data_type": "usage", "kept_in_cloud": {"days": 31}    | retention_lengthened
        kept for fewer days            | "data_type": "usage", "kept_in_cloud": {"days": 30}     | "data_type": "usage", "kept_in_cloud": {"days": 29}    | other_facts_changed
        kept until somebody acts       | "data_type": "usage", "kept_on_device": {"days": 36500} | "data_type": "usage", "kept_on_device": {"until": "user_deletes"} | retention_lengthened
        kept until overwritten at last | "data_type": "usage", "kept_on_device": {"until": "reset"} | "data_type": "usage", "kept_on_device": {"until": "overwritten"} | other_facts_changed
        no longer said how long        | "data_type": "usage", "kept_on_device": {"days": 3}     | "data_type": "usage"                                   | retention_lengthened
        tied to the person             | "data_type": "usage", "identifiable": "anonymous"       | "data_type": "usage", "identifiable": "linkable"       | identifiability_raised
        no way to decline              | "data_type": "usage", "can_decline": "yes"              | "data_type": "usage", "can_decline": "no"              | opt_out_removed
        on unless switched off         | "data_type": "usage", "purposes": ["ads"], "opt_in": "yes" | "data_type": "usage", "purposes": ["ads"], "opt_in": "no" | default_weakened
        told in two practices          | "data_type": "usage", "purposes": ["ads", "security"]   | "data_type": "usage", "purposes": ["ads"]}, {"data_type": "usage", "purposes": ["security"] | other_facts_changed
        another word for it            | "data_type": "usage", "name": {"en": "Use"}             | "data_type": "usage", "name": {"en": "Usage"}          | editorial
        """)
    void aChangeInTheUseOfDataIsFound(String what, String before, String after, String codes) throws Exception {
        String document = "{\"provenance\": {\"basis\": \"statement\", \"asserted_on\": \"2026-01-01\"},"
                + " \"data\": {\"practices\": [{%s}]}}";

        assertThat(found(document.formatted(before), document.formatted(after)))
                .as(what)
                .containsExactlyElementsOf(Arrays.asList(codes.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a yes that became a partly   | "security": {"encrypted_at_rest": {"answer": "yes"}}     | "security": {"encrypted_at_rest": {"answer": "partly"}}  | claim_weakened
        a yes that fell silent       | "security": {"encrypted_at_rest": {"answer": "yes"}, "sbom_kept": {"answer": "no"}} | "security": {"sbom_kept": {"answer": "no"}} | claim_weakened
        a no that fell silent        | "security": {"encrypted_at_rest": {"answer": "no"}, "sbom_kept": {"answer": "no"}}  | "security": {"sbom_kept": {"answer": "no"}} | other_facts_changed
        a no that became a yes       | "security": {"encrypted_at_rest": {"answer": "no"}}      | "security": {"encrypted_at_rest": {"answer": "yes"}}     | improved
        a first answer               | "security": {}                                           | "security": {"encrypted_at_rest": {"answer": "no"}}      | newly_stated
        no more automatic updates    | "updates": {"automatic": {"answer": "yes"}}              | "updates": {"automatic": {"answer": "no"}}               | default_weakened
        it needs the internet now    | "offline": {"works": {"answer": "yes"}}                  | "offline": {"works": {"answer": "partly"}}               | cloud_dependency_added
        a password for all           | "access": {"default_password": {"kind": "user_chosen"}}  | "access": {"default_password": {"kind": "fixed"}}        | default_weakened
        a password of one's own      | "access": {"default_password": {"kind": "fixed"}}        | "access": {"default_password": {"kind": "unique_per_device"}} | other_facts_changed
        deletion by letter only      | "privacy": {"deletion": {"answer": "yes", "how": "in_app"}} | "privacy": {"deletion": {"answer": "yes", "how": "by_request"}} | rights_method_changed
        deletion takes longer        | "privacy": {"deletion": {"answer": "yes", "servers_within_days": 7}} | "privacy": {"deletion": {"answer": "yes", "servers_within_days": 8}} | rights_method_changed
        deletion in more places      | "privacy": {"deletion": {"answer": "yes", "where": ["app"]}} | "privacy": {"deletion": {"answer": "yes", "where": ["app", "servers"]}} | other_facts_changed
        no more privacy settings     | "privacy": {"controls_url": "https://a.example/x", "standards": []} | "privacy": {"standards": []}                  | opt_out_removed
        data after all               | "data": {"collects": {"answer": "no"}}                   | "data": {"collects": {"answer": "yes"}}                  | data_category_added
        data it did not speak of     | "data": {}                                               | "data": {"practices": [{"data_type": "camera"}]}         | newly_stated
        data it denied               | "data": {"collects": {"answer": "no"}}                   | "data": {"collects": {"answer": "no"}, "practices": [{"data_type": "camera"}]} | sensor_added
        what it denied and told at once | "data": {"collects": {"answer": "no"}, "practices": [{"data_type": "usage"}]} | "data": {"collects": {"answer": "yes"}, "practices": [{"data_type": "usage"}]} | improved
        slower mending               | "updates": {"fix_within_days": 30}                       | "updates": {"fix_within_days": 60}                       | claim_weakened
        faster mending               | "updates": {"fix_within_days": 30}                       | "updates": {"fix_within_days": 15}                       | other_facts_changed
        a shorter warranty           | "lifetime": {"warranty_months": 24}                      | "lifetime": {"warranty_months": 12}                      | claim_weakened
        other words                  | "updates": {"signed": {"answer": "yes", "statement": {"en": "Ye"}}} | "updates": {"signed": {"answer": "yes", "statement": {"en": "Yes"}}} | editorial
        another basis                | "updates": {"signed": {"answer": "yes", "provenance": {"basis": "test"}}} | "updates": {"signed": {"answer": "yes"}}      | evidence_changed
        it is meant for children     | "children": {"intended_for": {"answer": "yes"}}          | "children": {"intended_for": {"answer": "no"}}           | other_facts_changed
        """)
    void aChangeInClaimsIsFound(String what, String before, String after, String codes) throws Exception {
        String document = "{\"provenance\": {\"basis\": \"statement\", \"asserted_on\": \"2026-01-01\"}, %s}";

        assertThat(found(document.formatted(before), document.formatted(after)))
                .as(what)
                .containsExactlyElementsOf(Arrays.asList(codes.split(" ")));
    }

    @Test
    void aFindingNamesTheFieldAndSaysInPlainWordsWhatHappened() throws Exception {
        JsonNode before = mapper.readTree("""
                {"data": {"practices": [{"data_type": "camera", "purposes": ["core_function"], "kept_in_cloud": {"days": 30}}]}}""");
        JsonNode after = mapper.readTree("""
                {"data": {"practices": [{"data_type": "camera", "purposes": ["core_function", "ads"], "kept_in_cloud": {"until": "user_deletes"}}]}}""");

        List<Finding> findings = changes.between(before, after);

        assertThat(findings)
                .containsExactly(
                        new Finding(
                                ChangeCode.PURPOSE_ADDED,
                                true,
                                "/data/practices/0/purposes",
                                "Camera pictures: now also used for advertising."),
                        new Finding(
                                ChangeCode.RETENTION_LENGTHENED,
                                true,
                                "/data/practices/0/kept_in_cloud",
                                "Camera pictures: kept longer on servers, for 30 days before, now until the person"
                                        + " deletes it."));
    }

    @Test
    void aFirstDisclosureChangesNothing() throws Exception {
        JsonNode first = mapper.readTree("{\"data\": {\"collects\": {\"answer\": \"yes\"}}}");

        assertThat(changes.between(null, first)).isEmpty();
        assertThat(changes.between(first, first.deepCopy())).isEmpty();
    }

    private List<String> found(String before, String after) throws Exception {
        JsonNode old = mapper.readTree(before);
        JsonNode fresh = mapper.readTree(after);
        schemas.require("disclosure/1", old);
        schemas.require("disclosure/1", fresh);
        return changes.between(old, fresh).stream()
                .map(finding -> finding.code().wireName())
                .distinct()
                .toList();
    }
}
