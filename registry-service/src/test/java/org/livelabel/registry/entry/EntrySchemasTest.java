package org.livelabel.registry.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.registry.disclosure.ChangeCode;
import org.livelabel.registry.json.AllSchemas;
import org.livelabel.registry.json.Schemas;
import org.livelabel.registry.log.WithholdingReason;

/** The schemas of entries, the code, the schemas of bodies and the format's description know the same words. */
class EntrySchemasTest {
    private final Schemas schemas = AllSchemas.read();

    @Test
    void thereIsASchemaOfTheEnvelopeAndOfEachType() {
        List<String> ofTypes = Arrays.stream(PublicationType.values())
                .map(PublicationType::schema)
                .toList();

        assertThat(Schemas.ENTRIES)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of("entry/1"), ofTypes.stream()).toList());
    }

    @ParameterizedTest
    @EnumSource(PublicationType.class)
    void aSchemaIsNamedAsItsTypeIsAndIsStrict(PublicationType type) {
        JsonNode schema = schema(type.schema());

        assertThat(schema.get("$id").asText())
                .isEqualTo(Schemas.id(type.schema()).toString());
        assertThat(type.wireName()).isEqualTo("org.livelabel." + type.shortName() + ".v1");
        assertThat(schemas.flaws(type.schema(), StrictJson.parse("{\"effective_on\": \"2026-11-24\", \"more\": 1}")))
                .contains("/more (additionalProperties)");
    }

    @ParameterizedTest
    @EnumSource(PublicationType.class)
    void theDescriptionOfTheFormatNamesEachTypeAndItsSchema(PublicationType type) throws IOException {
        String format = Files.readString(Path.of("../docs/log-format.md"));

        assertThat(format.lines().filter(line -> line.startsWith("### ")))
                .anyMatch(heading -> heading.contains("`" + type.shortName() + "`"));
        assertThat(format).contains("`" + type.schema() + "`", "`entry/1`", "`dataschema`");
    }

    @Test
    void whatABodyMaySayOfSupportAnEntryMaySayAsWell() {
        JsonNode draft = schema("draft/1").at("/$defs/support/properties");
        JsonNode entry = schema("support.committed/1").at("/properties");

        assertThat(entry.at("/kind/enum")).isEqualTo(draft.at("/kind/enum"));
        assertThat(entry.get("months")).isEqualTo(draft.get("months"));
    }

    @Test
    void policiesHaveTheSameKindsChangesAndFormsAsTheirBodies() {
        JsonNode body = schema("policy/1");
        JsonNode entry = schema("policy.published/1");

        assertThat(entry.at("/properties/kind/enum")).isEqualTo(body.at("/properties/kind/enum"));
        assertThat(entry.at("/properties/applies_to/enum")).isEqualTo(body.at("/properties/applies_to/enum"));
        assertThat(entry.at("/$defs/codes/items/enum")).isEqualTo(body.at("/properties/change_codes/items/enum"));
        assertThat(schema("entry/1").at("/$defs/text_document/properties/media_type/enum"))
                .isEqualTo(body.at("/properties/texts/items/properties/media_type/enum"));
    }

    @Test
    void disclosuresHaveTheCodesThatRulesFindOrMakersDeclare() {
        assertThat(words(schema("disclosure.published/1").at("/properties/change_codes/items/enum")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ChangeCode.values())
                        .filter(code -> code != ChangeCode.SUPPORT_SHORTENED)
                        .map(ChangeCode::wireName)
                        .toList());
    }

    @Test
    void productsHaveTheCategoriesAndGroupsOfTheListAndThoseThatWereOnItOnce() throws IOException {
        JsonNode list =
                StrictJson.parse(new String(Objects.requireNonNull(getClass().getResourceAsStream("/categories-1.json"))
                        .readAllBytes()));
        JsonNode product = schema("entry/1").at("/$defs/product/properties");

        assertThat(words(product.at("/category/enum")))
                .containsAll(list.get("categories").findValuesAsText("id"));
        assertThat(words(product.at("/device_group/enum")))
                .containsAll(list.get("device_groups").findValuesAsText("id"));
    }

    @Test
    void organisationsAndWithheldDocumentsHaveTheCodesOfTheCommands() {
        JsonNode organisation = schema("entry/1").at("/$defs/organisation/properties");
        JsonNode reason = schema("content.withheld/1").at("/properties/reason/enum");

        assertThat(organisation.at("/kind/enum"))
                .isEqualTo(schema("organisation/1").at("/properties/kind/enum"));
        assertThat(organisation.at("/country/pattern"))
                .isEqualTo(schema("organisation/1").at("/properties/country/pattern"));
        assertThat(words(reason))
                .isEqualTo(Arrays.stream(WithholdingReason.values())
                        .map(WithholdingReason::wireName)
                        .toList());
    }

    private JsonNode schema(String name) {
        return StrictJson.parse(Objects.requireNonNull(schemas.text(name), name));
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
