package org.livelabel.registry.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.livelabel.gates.released.ReleasedLog;
import org.livelabel.gates.released.ReleasedLog.Line;
import org.livelabel.registry.json.AllSchemas;
import org.livelabel.registry.json.Schemas;

/** Each entry that was ever released, as the types of today read it. */
class ReleasedEntriesTest {
    /** What the schemas of today refuse, by its place in the log: they describe what is written now. Lines are only added. */
    private static final Map<Integer, String> WRITTEN_OTHERWISE = Map.of(
            4, "the first release examined no change: neither material nor change_codes",
            5, "the same");

    private static final Schemas SCHEMAS = AllSchemas.read();

    @ParameterizedTest
    @MethodSource("released")
    void anEntrySaysWhatItSaidBeforeItWasRead(Released line) {
        Entry entry = line.entry();

        JsonNode said = line.effectiveOn().setAll(entry.data());
        assertThat(said).hasToString(line.data().toString().replace(line.sizeAsSent(), "\"image_size\":8388608,"));
        assertThat(entry.subject()).hasToString(line.event().get("subject").asText());
    }

    @ParameterizedTest
    @MethodSource("released")
    void anEntryKeepsToItsSchemaUnlessItIsKnownToBeWrittenOtherwise(Released line) {
        List<String> flaws = SCHEMAS.flaws(line.entry().type().schema(), line.data());

        assertThat(flaws.isEmpty()).as(flaws.toString()).isEqualTo(!WRITTEN_OTHERWISE.containsKey(line.place()));
    }

    @ParameterizedTest
    @MethodSource("released")
    void whatALaterReleaseAddsToAnyPartOfAnEntryIsPassedOver(Released line) {
        ObjectNode more = line.data();
        addToEachObject(more);

        assertThat(line.entry(more)).isEqualTo(line.entry());
    }

    @ParameterizedTest
    @MethodSource("released")
    void aCodeThatALaterReleaseKnowsIsKeptAsItIs(Released line) {
        for (String code : List.of("kind", "change", "reason", "device_group", "category", "applies_to")) {
            if (line.data().has(code)) {
                ObjectNode later = line.data().put(code, "of_tomorrow");

                assertThat(line.entry(later).data().get(code).asText()).isEqualTo("of_tomorrow");
            }
        }
        for (String codes : List.of("codes", "change_codes", "detected_codes", "contested_codes")) {
            if (line.data().has(codes)) {
                ObjectNode later = line.data();
                later.withArray(codes).add("of_tomorrow");

                assertThat(line.entry(later).data().get(codes)).isEqualTo(later.get(codes));
            }
        }
    }

    /** Whatever stands where: a name, a sentence, an address, a line more behind a code. */
    @ParameterizedTest
    @MethodSource("released")
    void noPlaceInAnEntryTakesATextThatAPersonWrote(Released line) {
        String schema = line.entry().type().schema();
        for (String text : List.of(
                "Ann Example", "Told by Ann.", "ann@clocks.example", "camera\nAnn", "2026-11-24\nAnn", "SE\n", "Ä")) {
            for (ObjectNode changed : eachTextReplaced(line, text)) {
                assertThat(SCHEMAS.flaws(schema, changed))
                        .as(changed.toString())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void whatTheFirstReleaseDidNotExamineMayBeMaterialAndHasNoCodes() {
        List<DisclosurePublished> unexamined = released()
                .filter(line -> WRITTEN_OTHERWISE.containsKey(line.place()))
                .map(line -> (DisclosurePublished) line.entry())
                .toList();

        assertThat(unexamined).hasSameSizeAs(WRITTEN_OTHERWISE.keySet()).allSatisfy(disclosure -> {
            assertThat(disclosure.material()).isNull();
            assertThat(disclosure.mayBeMaterial()).isTrue();
            assertThat(disclosure.changeCodes()).isEmpty();
        });
    }

    private static void addToEachObject(JsonNode node) {
        node.forEach(ReleasedEntriesTest::addToEachObject);
        if (node instanceof ObjectNode object) {
            object.put("zz_of_tomorrow", "new").putObject("zz_more").put("sha256", 7);
        }
    }

    private static List<ObjectNode> eachTextReplaced(Released line, String text) {
        int texts = count(line.data());
        return IntStream.range(0, texts)
                .mapToObj(n -> {
                    ObjectNode changed = line.data();
                    replace(changed, new int[] {n}, TextNode.valueOf(text));
                    return changed;
                })
                .toList();
    }

    private static int count(JsonNode node) {
        int texts = node.isTextual() ? 1 : 0;
        for (JsonNode child : node) {
            texts += count(child);
        }
        return texts;
    }

    /** @param left how many texts to pass over first */
    private static void replace(JsonNode node, int[] left, TextNode text) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                if (member.getValue().isTextual() && left[0]-- == 0) {
                    member.setValue(text);
                } else {
                    replace(member.getValue(), left, text);
                }
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isTextual() && left[0]-- == 0) {
                    array.set(i, text);
                } else {
                    replace(array.get(i), left, text);
                }
            }
        }
    }

    private static Stream<Released> released() {
        List<Line> lines = ReleasedLog.ofThisRepository().entries();
        return IntStream.range(0, lines.size())
                .mapToObj(place ->
                        new Released(place, (ObjectNode) lines.get(place).json()));
    }

    /** @param place its index in the log */
    record Released(int place, ObjectNode event) {
        Entry entry() {
            return entry(data());
        }

        Entry entry(ObjectNode data) {
            About about = new About(
                    Subject.parse(event.get("subject").asText()),
                    UUID.fromString(event.get("manufacturer").asText()),
                    UUID.fromString(event.get("publisher").asText()));
            Optional<PublicationType> type =
                    PublicationType.fromWireName(event.get("type").asText());
            return Entry.of(type.orElseThrow(), about, data);
        }

        /** A copy, to be changed at will. */
        ObjectNode data() {
            return event.get("data").deepCopy();
        }

        /** Entry 132, and no other, has a size as an early release kept it; what is read of it is a whole number. */
        String sizeAsSent() {
            return place == 132 ? "\"image_size\":8388608.0," : "\"image_size\":8388608,";
        }

        /** What the log itself puts first. */
        ObjectNode effectiveOn() {
            return data().retain("effective_on");
        }

        @Override
        public String toString() {
            return place + " " + event.get("type").asText();
        }
    }
}
