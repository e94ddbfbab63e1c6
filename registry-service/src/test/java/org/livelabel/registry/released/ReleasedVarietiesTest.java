package org.livelabel.registry.released;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.gates.released.ReleasedLog;
import org.livelabel.gates.released.ReleasedLog.Line;
import org.livelabel.registry.entry.PublicationType;

/** A type, a member or a value that docs/log-format.md lists has an entry in the released log: a new one needs a new chapter. */
class ReleasedVarietiesTest {
    private static final Pattern VALUE = Pattern.compile("`([a-z_]+(?:/[a-z]+)?)`");

    private final ReleasedLog released = ReleasedLog.ofThisRepository();
    private final List<JsonNode> entries =
            released.entries().stream().map(Line::json).toList();

    @Test
    void nothingThatWasReleasedIsChanged() {
        released.verifyNothingWasChanged();
    }

    @Test
    void thereIsAnEntryOfEveryType() {
        Set<String> types =
                entries.stream().map(entry -> entry.get("type").asText()).collect(Collectors.toSet());

        assertThat(types)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(PublicationType.values())
                        .map(PublicationType::wireName)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "organisation.registered, kind, kind",
        "organisation.changed, kind, kind",
        "product.registered, device_group, device_group",
        "support.committed, change, change",
        "support.committed, kind, kind",
        "disclosure.published, change_codes, change_codes",
        "policy.published, kind, kind",
        "policy.published, applies_to, applies_to",
        "policy.published, change_codes, change_codes",
        "policy.published, texts, media_type",
        "content.withheld, reason, reason"
    })
    void everyValueThatTheFormatListsIsThere(String type, String listed, String member) throws IOException {
        Set<String> values = listed(type, listed);

        assertThat(values).isNotEmpty();
        assertThat(values(of(type), member)).containsAll(values);
    }

    @Test
    void everyBasisOfAClaimIsThere() throws IOException {
        Set<String> bases = new TreeSet<>();
        for (byte[] blob : released.blobs().values()) {
            if (blob[0] == '{') {
                bases.addAll(values(List.of(new ObjectMapper().readTree(blob)), "basis"));
            }
        }

        assertThat(bases).containsAll(listed("## Provenance", "basis"));
    }

    /** Beside every member that may be absent there is an entry without it. */
    @ParameterizedTest
    @CsvSource({
        "organisation.registered, country",
        "organisation.changed, country",
        "gtins.changed, document",
        "support.committed, codes",
        "support.committed, end_of_security_support",
        "support.committed, months",
        "support.committed, general_availability",
        "support.committed, end_of_sales",
        "support.committed, end_of_feature_updates",
        "disclosure.published, material",
        "disclosure.published, change_codes",
        "disclosure.published, notes",
        "policy.published, products",
        "product.superseded, document",
        "product.handed_over, document"
    })
    void whatMayBeAbsentIsThereAndIsNot(String type, String member) {
        assertThat(of(type)).anyMatch(entry -> entry.get("data").has(member));
        assertThat(of(type)).anyMatch(entry -> !entry.get("data").has(member));
    }

    /** The same of the documents. */
    @ParameterizedTest
    @CsvSource({
        "organisation.changed, contact",
        "product.registered, model",
        "product.registered, brand",
        "support.committed, reason",
        "support.committed, after_end",
        "policy.published, title",
        "policy.published, summary",
        "policy.published, contested",
        "policy.published, sources",
        "firmware.released, minimum_version",
        "firmware.released, notes"
    })
    void whatADocumentMayLeaveOutIsThereAndIsNot(String type, String member) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        for (JsonNode entry : of(type)) {
            byte[] blob = released.blobs().get(entry.at("/data/document/sha256").asText());
            documents.add(new ObjectMapper().readTree(blob));
        }

        assertThat(documents).anyMatch(document -> document.has(member));
        assertThat(documents).anyMatch(document -> !document.has(member));
    }

    @Test
    void supportEndsOnADayAndInAMonthAndSalesAtATimeThatNobodySaid() {
        assertThat(values(of("support.committed"), "end_of_security_support"))
                .anyMatch(end -> end.length() == "2031-06".length())
                .anyMatch(end -> end.length() == "2031-06-30".length());
        for (String milestone : List.of("end_of_sales", "end_of_feature_updates")) {
            assertThat(values(of("support.committed"), milestone))
                    .contains("unstated")
                    .hasSizeGreaterThan(1);
        }
        for (String change : List.of("extended", "shortened")) {
            assertThat(of("support.committed"))
                    .anyMatch(entry -> entry.at("/data/change").asText().equals(change)
                            && entry.at("/data/codes/0").asText().equals("error_corrected"));
        }
    }

    @Test
    void policiesAreInEffectBeforeAndAfterTheirPublicationAndDenyWhatWasDetected() {
        assertThat(of("policy.published"))
                .anyMatch(entry -> effectiveOn(entry).compareTo(publishedOn(entry)) < 0)
                .anyMatch(entry -> effectiveOn(entry).compareTo(publishedOn(entry)) > 0)
                .anyMatch(entry -> !entry.at("/data/contested_codes").isEmpty())
                .anyMatch(entry -> entry.at("/data/texts").size() > 2);
        assertThat(values(of("policy.published"), "detected_codes"))
                .contains("sharing_started", "default_weakened", "support_shortened");
    }

    @Test
    void aPolicyIsMaterialByItsCodeAloneOrNotAtAllWhenAllIsDeniedAndGoesFromAllToNamed() {
        List<JsonNode> policies = of("policy.published").stream()
                .map(entry -> entry.get("data"))
                .filter(data -> !data.get("declared_material").asBoolean())
                .toList();

        assertThat(policies)
                .anyMatch(data -> data.get("material").asBoolean()
                        && data.get("detected_codes").isEmpty())
                .anyMatch(data -> !data.get("material").asBoolean()
                        && !data.get("detected_codes").isEmpty()
                        && data.get("contested_codes").equals(data.get("detected_codes")));
        assertThat(policies)
                .anyMatch(data -> data.get("applies_to").asText().equals("named")
                        && policies.stream()
                                .anyMatch(before -> before.get("policy").equals(data.get("policy"))
                                        && before.get("version").asInt() + 1
                                                == data.get("version").asInt()
                                        && before.get("applies_to").asText().equals("all")));
    }

    @Test
    void numbersChangeTheirOrderAloneAndAnOperatorMendsWhatItListed() {
        assertThat(of("gtins.changed"))
                .anyMatch(entry -> entry.at("/data/taken").isEmpty()
                        && entry.at("/data/released").isEmpty()
                        && entry.at("/data/gtins").size() > 1);
        assertThat(of("product.changed")).anyMatch(ReleasedVarietiesTest::isTheRegistrys);
    }

    @Test
    void imagesAreLargerThan32BitsCountAndOneHasTheSizeThatWasSent() {
        assertThat(of("firmware.released"))
                .anyMatch(entry -> entry.at("/data/image_size").asLong() > 1L << 31)
                .anyMatch(entry -> entry.at("/data/image_size").isFloatingPointNumber());
    }

    @ParameterizedTest
    @CsvSource({
        "organisation.changed, document",
        "product.registered, document",
        "product.suspended, document",
        "support.committed, document",
        "disclosure.published, document",
        "disclosure.published, notes",
        "policy.published, document",
        "gtins.changed, document",
        "firmware.released, document",
        "firmware.withdrawn, document"
    })
    void aDocumentOfEachKindIsWithheld(String type, String member) {
        List<String> withheld = of("content.withheld").stream()
                .map(entry -> entry.get("subject").asText().substring("blobs/".length()))
                .toList();

        assertThat(of(type))
                .anyMatch(entry -> withheld.contains(
                        entry.at("/data/" + member + "/sha256").asText()));
    }

    @Test
    void onlyWhatEarlierReleasesWroteNamesNoSchema() {
        assertThat(entries.subList(0, 133)).noneMatch(entry -> entry.has("dataschema"));
        assertThat(entries.subList(133, entries.size())).allMatch(entry -> entry.has("dataschema"));
    }

    @Test
    void oneCommandHasSeveralEntriesAndAnOperatorPublishesForAMakerThatIsNotHere() {
        assertThat(entries.stream()
                        .map(entry -> entry.get("time").asText())
                        .distinct()
                        .count())
                .isLessThan(entries.size());
        assertThat(of("support.committed")).anyMatch(ReleasedVarietiesTest::isTheRegistrys);
        assertThat(of("disclosure.published")).anyMatch(ReleasedVarietiesTest::isTheRegistrys);
    }

    private static boolean isTheRegistrys(JsonNode entry) {
        return !entry.get("manufacturer").equals(entry.get("publisher"));
    }

    private static String effectiveOn(JsonNode entry) {
        return entry.at("/data/effective_on").asText();
    }

    private static String publishedOn(JsonNode entry) {
        return entry.get("time").asText().substring(0, "2026-11-24".length());
    }

    private List<JsonNode> of(String type) {
        return entries.stream()
                .filter(entry -> entry.get("type").asText().equals("org.livelabel." + type + ".v1"))
                .toList();
    }

    /** Of a member, wherever it is, and of each item if it is a list. */
    private static Set<String> values(List<JsonNode> nodes, String member) {
        return nodes.stream()
                .flatMap(node -> node.findValues(member).stream())
                .flatMap(value -> value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value))
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    /** The values that the format lists for a member: in its row's last cell, or after its name up to the sentence's end. */
    private static Set<String> listed(String section, String member) throws IOException {
        Set<String> values = new TreeSet<>();
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("../docs/log-format.md"))) {
            if (line.startsWith("##")) {
                inside = line.equals(section) || line.contains("`" + section + "`");
            } else if (inside && line.startsWith("| `" + member + "`")) {
                String[] cells = line.split("\\|");
                values.addAll(words(cells[cells.length - 1]));
            } else if (inside && line.contains("`" + member + "`: ")) {
                values.addAll(
                        words(line.substring(line.indexOf("`" + member + "`: ")).split("\\.", 2)[0]));
                values.remove(member);
            }
        }
        return values;
    }

    private static Set<String> words(String text) {
        return VALUE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
