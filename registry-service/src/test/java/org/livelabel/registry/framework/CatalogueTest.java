package org.livelabel.registry.framework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.category.Categories;
import org.livelabel.registry.disclosure.DisclosureFields;
import org.livelabel.registry.testing.Peers;

/** The catalogue and the disclosure's schema fit: no question without a field, no field without a use. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class CatalogueTest {
    private static final Set<String> RECORDS = Set.of(
            "record:support",
            "record:identity",
            "record:manufacturer",
            "record:firmware",
            "record:advisories",
            "record:certificate",
            "record:certificate/administrator",
            "record:certificate/laboratory",
            "record:policy/privacy_notice",
            "record:policy/support_and_update_policy",
            "record:policy/vulnerability_disclosure_policy");

    @Inject
    Frameworks frameworks;

    @Inject
    DisclosureFields fields;

    @Inject
    Categories categories;

    @Inject
    ObjectMapper mapper;

    @Test
    void noCriterionLooksAtMoreThanOneKindOfPolicy() {
        // a product's row in the search holds one answer with the policy and one without
        for (Framework framework : frameworks.all()) {
            for (Framework.Criterion criterion : framework.criteria()) {
                assertThat(criterion.sources().stream()
                                .flatMap(source -> source.fields().stream())
                                .filter(field -> field.startsWith("record:policy/"))
                                .distinct())
                        .as(criterion.id())
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void theTrustFrameworkHasThirtyCriteriaAndThePledgeTwentyThreeRungs() {
        Framework ota = frameworks.find("ota").orElseThrow();
        Framework ioxt = frameworks.find("ioxt").orElseThrow();

        assertThat(ota.criteria())
                .extracting(Framework.Criterion::id)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 30).mapToObj(n -> "OTA-" + n).toList());
        assertThat(ioxt.criteria())
                .extracting(Framework.Criterion::id)
                .containsExactly(
                        "UP-1", "UP-2", "SI-1", "SI-2", "SI-3", "PC-1", "PC-2", "SD-1", "VS-1", "VS-2", "VS-3", "VS-4",
                        "VS-5", "VS-6", "AU-1", "AU-2", "AU-3", "AU-4", "VDP-1", "VDP-2", "VDP-3", "VDP-4", "SE-1");
        assertThat(ioxt.criteria()).extracting(Framework.Criterion::section).hasSize(23);
        assertThat(new TreeSet<>(ioxt.criteria().stream()
                        .map(Framework.Criterion::section)
                        .toList()))
                .hasSize(8);
        assertThat(frameworks.find("fcc-8-222").orElseThrow().criteria()).hasSize(10);
    }

    @Test
    void fiveCriteriaAreRecommendedAndTheRestRequiredInsideTheScope() {
        for (String group : List.of("connected_home", "wearable")) {
            assertThat(frameworks.find("ota").orElseThrow().criteria().stream()
                            .filter(c -> c.importanceFor(group).equals("recommended"))
                            .map(Framework.Criterion::id))
                    .containsExactly("OTA-9", "OTA-10", "OTA-28", "OTA-29", "OTA-30");
        }
        assertThat(frameworks.find("ota").orElseThrow().criteria())
                .allMatch(c -> c.importanceFor("other").equals("advice"));
    }

    @Test
    void everyCriterionIsAnsweredByFieldsAndRecordsThatExist() {
        for (Framework.Criterion criterion : criteria()) {
            List<String> answeredBy = fieldsOf(criterion);

            assertThat(answeredBy).as(criterion.id()).isNotEmpty().allSatisfy(field -> assertThat(
                            RECORDS.contains(field) || fields.all().containsKey(field(field)))
                    .as(field)
                    .isTrue());
        }
    }

    @Test
    void everyFieldAnswersACriterionOrSaysWhyNot() {
        JsonNode reasons = Frameworks.read(mapper, "label-only-1.json").get("fields");
        Set<String> used = criteria().stream()
                .flatMap(criterion -> fieldsOf(criterion).stream())
                .map(CatalogueTest::field)
                .collect(Collectors.toSet());
        // a list is used if something in its items is
        Set<String> lists = used.stream()
                .filter(field -> field.contains("/*"))
                .flatMap(field -> IntStream.range(0, field.length())
                        .filter(i -> field.startsWith("/*", i))
                        .mapToObj(i -> field.substring(0, i)))
                .collect(Collectors.toSet());

        List<String> idle = new ArrayList<>(fields.all().keySet());
        idle.removeAll(used);
        idle.removeAll(lists);

        assertThat(reasons.properties().stream().map(reason -> reason.getKey()))
                .containsExactlyInAnyOrderElementsOf(idle);
        assertThat(reasons.properties())
                .allMatch(reason -> !reason.getValue().asText().isBlank());
    }

    @Test
    void everyFieldHasAQuestionAndEveryCriterionWordsOfItsOwn() {
        assertThat(fields.all()).hasSizeGreaterThan(100);
        assertThat(fields.all().values()).allMatch(field -> field.title().endsWith("?"));
        assertThat(criteria())
                .allMatch(c -> !c.title().isBlank() && c.explanation().endsWith("."))
                .extracting(Framework.Criterion::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyDeviceGroupKnowsHowImportantACriterionIs() {
        List<String> groups = categories.catalogue().deviceGroups().stream()
                .map(Categories.DeviceGroup::id)
                .toList();

        assertThat(criteria()).allSatisfy(criterion -> {
            assertThat(criterion.importance().keySet()).containsExactlyInAnyOrderElementsOf(groups);
            assertThat(criterion.importance().values()).isSubsetOf("required", "recommended", "advice");
        });
    }

    @Test
    void noFrameworkPassesForACertificate() {
        assertThat(frameworks.find("ioxt").orElseThrow().note()).contains("never an ioXt level");
        assertThat(frameworks.find("fcc-8-222").orElseThrow().note())
                .contains("Our own reading")
                .contains("no statement of conformity");
    }

    private List<Framework.Criterion> criteria() {
        return frameworks.all().stream().flatMap(f -> f.criteria().stream()).toList();
    }

    private static List<String> fieldsOf(Framework.Criterion criterion) {
        return criterion.sources().stream()
                .flatMap(source -> source.fields().stream())
                .toList();
    }

    /** The catalogue may point at the value inside a claim. */
    private static String field(String pointer) {
        return pointer.replaceAll("/(answer|kind)$", "");
    }
}
