package org.livelabel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.issuer.TestIssuer;

/** One odd record, or one odd member of it, costs itself and nobody else anything. */
@QuarkusTest
@WithTestResource(WebStack.class)
class BadRecordsTest {
    private static final List<Object> HOSTILE = Arrays.asList(
            null,
            "",
            "a member of a later version",
            "9999-99-99",
            "+999999999-12-31",
            "-999999999-01-01",
            "https://a.example/x|y",
            "\u0000\u202e<b>",
            -1,
            1e308,
            true,
            List.of(),
            Arrays.asList(null, 7, Map.of()),
            Map.of(),
            Map.of("en", 7));

    FakeRegistry registry;
    FakeAccount account;
    TestIssuer issuer;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "livelabel.public-url")
    String home;

    Browser browser;

    @BeforeEach
    void start() {
        registry.reset();
        account.reset();
        issuer.person().reset();
        browser = new Browser(home);
    }

    @Test
    void anAddressThatOtherProgramsCannotReadIsShownAsText() {
        SampleProduct product = SampleProduct.named("A phone").listedByKeeper("https://a.example/x|y", "A source");
        registry.lists(product);
        registry.lists(SampleProduct.named("View 2"));
        registry.knows(Map.of("id", SampleProduct.KEEPER, "name", "Sample data", "kind", "operator"));

        Browser.Page page = browser.open("/products/" + product.id());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("A source (https://a.example/x|y)");
        assertThat(page.body()).doesNotContain("href=\"https://a.example");
        assertThat(browser.open("/search").text()).contains("A phone").contains("View 2");
        assertThat(browser.open("/manufacturers/" + SampleProduct.KEEPER).text())
                .contains("A phone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://a.example/",
                "//a.example/",
                "https:a.example",
                "https://you@a.example/",
                "https:///x",
                "mailto:a@a.example"
            })
    void onlyAnAddressOfAPageIsALink(String address) {
        SampleProduct product = SampleProduct.named("A phone").listedByKeeper(address, "A source");
        registry.lists(product);

        String page = browser.open("/products/" + product.id()).body();

        assertThat(page).contains("A source (").doesNotContain("href=\"" + address + "\"");
    }

    @ParameterizedTest
    @MethodSource("oddRows")
    void anOddRowLeavesTheOthersAlone(Object row) {
        registry.listsOdd(row);
        registry.lists(SampleProduct.named("View 2"));
        registry.knows(
                Map.of("id", SampleProduct.HALDEN, "name", "Halden Home", "kind", "manufacturer", "verified", true));
        registry.keepsFor(SampleProduct.HALDEN, Map.of("name", "My draft", "label_code", "H4QX7T2MK"));
        account.has(SampleProduct.HALDEN, "Halden Home", true, "viewer");

        assertThat(browser.open("/search").text()).contains("Name not readable").contains("View 2");
        assertThat(browser.open("/manufacturers").text())
                .contains("Name not readable")
                .contains("Halden Home");
        assertThat(browser.open("/manufacturers/" + SampleProduct.HALDEN).text())
                .contains("View 2");
        assertThat(browser.open("/my-organisation").text())
                .contains("No name yet")
                .contains("My draft");
        assertThat(browser.open("/").text()).contains("View 2");
    }

    static List<Object> oddRows() {
        return Arrays.asList(null, 7, "text", List.of(), Map.of(), new HashMap<>(Map.of("id", 7, "name", Map.of())));
    }

    @ParameterizedTest
    @MethodSource("members")
    void anOddMemberLeavesTheRestOfItsPageAlone(String member) {
        for (int i = 0; i < HOSTILE.size(); i++) {
            SampleProduct product = full("View " + i);
            String id = product.id();
            put(product.json(), member, HOSTILE.get(i));
            registry.lists(product);
            if (!member.equals("id")) {
                Browser.Page page = browser.open("/products/" + id);
                assertThat(page.status()).as(member + " " + HOSTILE.get(i)).isEqualTo(200);
                assertThat(page.text())
                        .as(member + " " + HOSTILE.get(i))
                        .contains("Who says so?")
                        .contains("As data");
            }
        }
        registry.lists(SampleProduct.named("Peek S").status("not_stated"));

        assertThat(browser.open("/search").text()).contains("Peek S");
        assertThat(browser.open("/").text()).contains("Peek S");
    }

    static List<String> members() {
        List<String> members = new ArrayList<>();
        collect("", full("View 2").json(), members);
        return members;
    }

    @Test
    void whatCannotBeReadIsCountedAndLoggedWithoutItsValue() {
        List<String> lines = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage() + Arrays.toString(line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        SampleProduct product = SampleProduct.named("Counted").support("published_at", "somebody's\r\nforged line");
        registry.lists(product);
        Logger logger = Logger.getLogger("org.livelabel.web.service.Unreadable");
        logger.addHandler(handler);
        double before = unreadable("product.support.published_at");

        browser.open("/products/" + product.id());
        browser.open("/products/" + product.id());
        logger.removeHandler(handler);

        assertThat(unreadable("product.support.published_at") - before).isEqualTo(2);
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst())
                .contains("product.support.published_at")
                .contains(product.id())
                .doesNotContain("forged");
    }

    @Test
    void anUnknownStateIsNotTakenForSilence() {
        SampleProduct product = SampleProduct.named("View 2").status("on_probation");
        registry.lists(product);

        String text = browser.open("/products/" + product.id()).text();

        assertThat(text)
                .contains("Something is said about security updates that we cannot show here")
                .doesNotContain("Nobody has said");
    }

    private double unreadable(String member) {
        var counter = metrics.find("livelabel.unreadable").tag("member", member).counter();
        return counter == null ? 0 : counter.count();
    }

    /** Every member that a product can have. */
    private static SampleProduct full(String name) {
        return SampleProduct.named(name)
                .with("model", "HV2")
                .with("brand", "Halden")
                .with("disclosure", new LinkedHashMap<>(Map.of("version", 3, "url", "/v1/blobs/abc")))
                .with(
                        "listing",
                        new LinkedHashMap<>(Map.of(
                                "state",
                                "withdrawn",
                                "since",
                                "2026-01-05T10:00:00Z",
                                "reason",
                                new LinkedHashMap<>(Map.of("en", "No longer made.")),
                                "superseded_by",
                                SampleProduct.KEEPER,
                                "standing",
                                new LinkedHashMap<>(Map.of("state", "suspended", "since", "2026-01-05T10:00:00Z")))))
                .with("manufacturer", new LinkedHashMap<>(Map.of("id", SampleProduct.HALDEN, "name", "Halden Home")))
                .with("publisher", new LinkedHashMap<>(Map.of("id", SampleProduct.HALDEN, "name", "Halden Home")))
                .support("change", "shortened")
                .support("version", 2)
                .support("codes", List.of("error_corrected"))
                .support("general_availability", "2020-01-01")
                .support("end_of_sales", "unstated")
                .support("end_of_feature_updates", "2030-01-01")
                .support("months", 36)
                .support("reason", new LinkedHashMap<>(Map.of("en", "The chip is gone.")))
                .support(
                        "provenance",
                        new LinkedHashMap<>(Map.of(
                                "basis",
                                "document",
                                "asserted_on",
                                "2026-01-04",
                                "evidence",
                                List.of(Map.of("url", "https://halden.example/", "title", "Policy")))));
    }

    @SuppressWarnings("unchecked")
    private static void collect(String prefix, Map<String, Object> json, List<String> members) {
        json.forEach((name, value) -> {
            members.add(prefix + name);
            if (value instanceof LinkedHashMap<?, ?> part) {
                collect(prefix + name + ".", (Map<String, Object>) part, members);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> json, String member, Object value) {
        int dot = member.indexOf('.');
        if (dot < 0) {
            json.put(member, value);
        } else {
            put((Map<String, Object>) json.get(member.substring(0, dot)), member.substring(dot + 1), value);
        }
    }
}
