package org.livelabel.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody in a shop scans a code and reads until when the product gets security updates. */
@ExtendWith(World.Extension.class)
class ScanJourneyTest {
    private static final DateTimeFormatter ON_THE_PAGE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** One device of each category, and one for each way in which the end of support is stated. */
    static List<JsonNode> devices() throws Exception {
        try (var file = ScanJourneyTest.class.getResourceAsStream("/sample/devices.json")) {
            var all = StreamSupport.stream(World.JSON.readTree(file).spliterator(), false)
                    .toList();
            return all.stream()
                    .collect(java.util.stream.Collectors.toMap(
                            d -> d.get("category").asText()
                                    + d.get("security_support_ends").getNodeType()
                                    + (d.get("security_support_ends").isBoolean()
                                            ? d.get("security_support_ends").asText()
                                            : ""),
                            d -> d,
                            (first, second) -> first,
                            java.util.TreeMap::new))
                    .values()
                    .stream()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("devices")
    void theScannedLabelShowsTheDateOfTheSampleData(JsonNode device, World world, Chromium chromium) {
        JsonNode product = world.json(
                world.registry("/v1/products/by-gtin/" + device.get("gtin").asText()));
        try (BrowserContext visitor = chromium.phone()) {
            Page page = visitor.newPage();
            page.navigate(world.web("/products/" + product.get("id").asText()).toString());
            Locator code =
                    page.locator("img[src*='qr.svg'], img[src*='qr.png']").first();
            code.scrollIntoViewIfNeeded();

            String scanned = QrReader.read(page.screenshot());
            assertThat(scanned)
                    .isEqualTo(
                            world.label("/01/0" + device.get("gtin").asText()).toString());
            page.navigate(scanned);

            assertThat(page.url()).isEqualTo(product.get("label_url").asText());
            String state = page.locator("#state").innerText().replace('\n', ' ');
            JsonNode ends = device.get("security_support_ends");
            if (ends.isTextual()) {
                LocalDate last = LocalDate.parse(ends.asText());
                assertThat(state).contains(last.format(ON_THE_PAGE));
                assertThat(page.locator("time[datetime='" + last + "']").count())
                        .isPositive();
            } else if (ends.isNull()) {
                assertThat(state).contains("We do not know");
            } else {
                assertThat(state).contains(ends.asBoolean() ? "have ended" : "no end date");
            }
            String text = page.locator("main").innerText();
            assertThat(text).contains(device.get("manufacturer").asText());
            assertThat(page.locator("body").innerText()).containsIgnoringCase("demonstration number");
            assertThat(text).containsIgnoringCase("not from the maker");
            assertThat(visitor.cookies()).isEmpty();
        }
    }

    @Test
    void everyDevicesLabelCarriesTheDateOfTheSampleData(World world) throws Exception {
        try (var file = ScanJourneyTest.class.getResourceAsStream("/sample/devices.json")) {
            int compared = 0;
            for (JsonNode device : World.JSON.readTree(file)) {
                String code = world.json(world.registry(
                                "/v1/products/by-gtin/" + device.get("gtin").asText()))
                        .get("label_code")
                        .asText();
                JsonNode support =
                        world.json(world.label("/l/" + code + ".json")).at("/support/ledger/0");
                JsonNode ends = device.get("security_support_ends");
                assertThat(support.path("end_of_security_support").textValue())
                        .as(device.get("name").asText())
                        .isEqualTo(ends.textValue());
                compared++;
            }
            assertThat(compared).isEqualTo(249);
        }
    }

    @Test
    void theRichLabelIsPictured(World world, Chromium chromium) throws Exception {
        String code = world.stack().firstLabel().orElseThrow().toString();
        Path pictures = Files.createDirectories(Path.of("target/pictures"));
        try (BrowserContext visitor = chromium.phone()) {
            Page page = visitor.newPage();
            page.navigate(code);
            page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve("label-phone.png")));
        }
        try (BrowserContext visitor = chromium.desk()) {
            Page page = visitor.newPage();
            page.navigate(code);
            page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve("label.png")));
        }

        assertThat(pictures.resolve("label.png")).isNotEmptyFile();
    }
}
