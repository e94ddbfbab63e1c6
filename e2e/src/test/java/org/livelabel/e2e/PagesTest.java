package org.livelabel.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page, on a phone and on a desk, by day and by night: axe finds nothing, nothing is tracked, nothing overflows. */
@ExtendWith(World.Extension.class)
class PagesTest {
    /** What is wider than a frame that hides what sticks out, but for what is hidden on purpose. */
    private static final String CLIPPED = """
            [...document.querySelectorAll('body *')]
              .filter(e => getComputedStyle(e).overflowX === 'hidden' && !e.matches('.sr') && e.scrollWidth > e.clientWidth)
              .map(e => e.tagName + '.' + e.className + ': ' + e.textContent.trim().slice(0, 60))
            """;

    @ParameterizedTest(name = "{0} px wide, dark: {1}")
    @CsvSource({"320,false", "390,false", "390,true", "1280,false", "1280,true"})
    void axeFindsNothingAndThePageDoesNotScrollSideways(int width, boolean dark, World world, Chromium chromium) {
        try (BrowserContext visitor = chromium.visitor(width, 900, dark, true)) {
            Page page = visitor.newPage();
            for (URI address : pages(world)) {
                page.navigate(address.toString());

                // the other mode opens a second page each time, to put together what was found in frames
                assertThat(page.frames()).as("no frames in " + address).hasSize(1);
                var found = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();

                assertThat(found).as("axe on " + address + " at " + width).isEmpty();
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(address + " fits into " + width)
                        .isTrue();
            }
            assertThat(visitor.cookies()).as("public pages set no cookies").isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} px wide")
    @ValueSource(ints = {320, 390, 1280})
    void textOfTwiceTheSizeFitsToo(int width, World world, Chromium chromium) {
        try (BrowserContext visitor = chromium.visitor(width, 900, false, true)) {
            Page page = visitor.newPage();
            for (URI address : pages(world)) {
                page.navigate(address.toString());

                page.evaluate("document.documentElement.style.fontSize = '200%'");

                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(address + " fits into " + width + " with text of twice the size")
                        .isTrue();
                assertThat((List<?>) page.evaluate(CLIPPED))
                        .as("cut off on " + address + " at " + width + " with text of twice the size")
                        .isEmpty();
            }
        }
    }

    @Test
    void aLabelAsksNobodyElseForAnythingAndRunsNoScript(World world, Chromium chromium) {
        try (BrowserContext visitor = chromium.desk()) {
            Page page = visitor.newPage();
            List<String> asked = new java.util.ArrayList<>();
            List<String> complaints = new java.util.ArrayList<>();
            page.onRequest(request -> asked.add(request.url()));
            page.onConsoleMessage(message -> complaints.add(message.text()));

            page.navigate(world.stack().firstLabel().orElseThrow().toString());

            assertThat(asked)
                    .allMatch(url ->
                            url.startsWith(world.stack().addresses().label().toString()) || url.startsWith("data:"));
            assertThat(complaints).isEmpty();
            assertThat(page.locator("script").count()).isZero();
        }
    }

    private static List<URI> pages(World world) {
        List<JsonNode> products = world.products("");
        JsonNode imported = products.stream()
                .filter(p -> p.get("category").asText().equals("phone"))
                .findFirst()
                .orElseThrow();
        JsonNode own = products.stream()
                .filter(p -> p.get("category").asText().equals("thermostat"))
                .findFirst()
                .orElseThrow();
        return List.of(
                world.web("/"),
                world.web("/search?q=pixel"),
                world.web("/search?q=nothing-has-this-name"),
                world.web("/manufacturers"),
                world.web("/manufacturers/" + imported.at("/manufacturer/id").asText()),
                world.web("/products/" + imported.get("id").asText()),
                world.web("/products/" + own.get("id").asText()),
                world.web("/no-such-page"),
                world.label("/"),
                world.label("/how"),
                world.label("/l/" + imported.get("label_code").asText()),
                world.label("/l/" + own.get("label_code").asText()),
                world.stack().firstLabel().orElseThrow(),
                world.label("/l/00000000X"),
                world.label("/01/09520000000012"),
                world.label("/01/96385074"));
    }
}
