package org.livelabel.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeviceTest {
    private static final UUID MAKER = UUID.fromString("0f9d6a54-5f2c-4e0e-9a3f-0c8c7a6f1d11");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aRecordBecomesARowThatSaysWhatTheSourceSaysAndNoMore() throws Exception {
        Device device = device("""
                {"name": "Google Pixel 9a", "manufacturer": "Google", "model": "Pixel 9a", "product_ref": "pixel-9a",
                 "device_group": "other", "category": "phone", "gtin": "9520000000103", "released_on": "2025-04-10",
                 "security_support_ends": "2032-04-01", "active_support_ends": "2032-03-01", "discontinued": false,
                 "source": "http://en.wikipedia.org/wiki/Pixel_9a"}
                """);

        assertThat((JsonNode) device.importRow(MAKER)).isEqualTo(JSON.readTree("""
                {"product_ref": "pixel-9a", "manufacturer": "0f9d6a54-5f2c-4e0e-9a3f-0c8c7a6f1d11",
                 "identity": {"name": "Pixel 9a", "model": "Pixel 9a", "brand": "Google", "device_group": "other", "category": "phone"},
                 "gtins": ["9520000000103"],
                 "support": {"kind": "fixed_date", "end_of_security_support": "2032-04-01", "general_availability": "2025-04-10",
                   "end_of_feature_updates": "2032-03-01",
                   "provenance": {"basis": "document", "asserted_on": "2026-08-22", "evidence": [
                     {"url": "https://en.wikipedia.org/wiki/Pixel_9a", "title": "Wikipedia"},
                     {"url": "https://endoflife.date/", "title": "endoflife.date"}]}}}
                """));
    }

    @Test
    void everyDeviceKeepsItsMeaning() throws Exception {
        Map<String, Integer> kinds = new HashMap<>();
        for (JsonNode record : records()) {
            JsonNode support =
                    JSON.treeToValue(record, Device.class).importRow(MAKER).path("support");
            kinds.merge(support.path("kind").asText(), 1, Integer::sum);

            assertThat(securityEnd(support)).isEqualTo(record.path("security_support_ends"));
            assertThat(support.path("general_availability").asText())
                    .isEqualTo(record.path("released_on").asText());
            assertMilestone(support, "end_of_sales", record.path("discontinued"));
            assertMilestone(support, "end_of_feature_updates", record.path("active_support_ends"));
            assertThat(support.at("/provenance/evidence/0/url").asText())
                    .isEqualTo(record.path("source").asText().replaceFirst("^http:", "https:"));
        }

        assertThat(kinds)
                .isEqualTo(Map.of(
                        "fixed_date", 170, "no_end_announced", 44, "not_stated", 24, "ended_at_unstated_date", 11));
    }

    @Test
    void aNameDoesNotRepeatItsMakerUnlessTheMakersNameIsTheProducts() throws Exception {
        Set<String> names = new HashSet<>();
        for (Device device : SampleFiles.devices()) {
            names.add(device.importRow(MAKER).at("/identity/name").asText());
        }

        assertThat(names)
                .contains("Pixel 9a", "iPhone 17e", "Xperia 1 VII", "Kindle (10th Generation)", "Surface Go 4")
                .contains("Galaxy Watch FE", "Fairphone 6", "Raspberry Pi 5");
    }

    /** The inverse of the mapping, worked out from the row alone. */
    private static JsonNode securityEnd(JsonNode support) {
        return switch (support.path("kind").asText()) {
            case "fixed_date" -> support.path("end_of_security_support");
            case "no_end_announced" -> JSON.getNodeFactory().booleanNode(false);
            case "ended_at_unstated_date" -> JSON.getNodeFactory().booleanNode(true);
            default -> JSON.nullNode();
        };
    }

    private static void assertMilestone(JsonNode support, String field, JsonNode said) {
        if (said.isTextual()) {
            assertThat(support.path(field).asText()).isEqualTo(said.asText());
        } else if (said.asBoolean()) {
            assertThat(support.path(field).asText()).isEqualTo("unstated");
        } else {
            assertThat(support.has(field)).isFalse();
        }
    }

    private static Device device(String json) throws Exception {
        return JSON.readValue(json, Device.class);
    }

    private static JsonNode records() throws Exception {
        try (InputStream file = DeviceTest.class.getResourceAsStream("/sample/devices.json")) {
            return JSON.readTree(file);
        }
    }
}
