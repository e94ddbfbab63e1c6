package org.livelabel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds on one day is never kept on the next, at whichever moment of the request midnight passes. */
@QuarkusTest
@WithTestResource(WebStack.class)
class MidnightTest {
    private static final int MOST_READS = 6;

    FakeRegistry registry;

    @ConfigProperty(name = "livelabel.public-url")
    String home;

    Browser browser;

    @BeforeEach
    void start() {
        registry.reset();
        browser = new Browser(home);
    }

    @AfterEach
    void reset() {
        TestClock.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/search?q=view", "/manufacturers", "/manufacturers/" + SampleProduct.HALDEN, "/products/"})
    void aPageAndItsFreshnessAreOfOneMoment(String path) {
        SampleProduct product = SampleProduct.named("View 2");
        registry.lists(product);
        registry.knows(Map.of("id", SampleProduct.HALDEN, "name", "Halden Home", "kind", "manufacturer"));
        String address = path.equals("/products/") ? path + product.id() : path;

        for (int reads = 0; reads <= MOST_READS; reads++) {
            TestClock.passesMidnightAfter(reads);
            Browser.Page page = browser.open(address);

            boolean ofTheOldDay = page.text().contains("As of 22 November 2026, 23:59 UTC");
            assertThat(page.header("Cache-Control"))
                    .as("midnight after %d looks at the clock", reads)
                    .isEqualTo(ofTheOldDay ? "public, max-age=1" : "public, max-age=60");
        }
    }
}
