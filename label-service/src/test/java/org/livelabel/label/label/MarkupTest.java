package org.livelabel.label.label;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.livelabel.label.LabelService.REGISTRY;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Test;
import org.livelabel.label.LabelService;
import org.livelabel.label.Samples;
import org.livelabel.label.TestRegistry;
import org.livelabel.label.follower.FeedStatus;

/** Every page is valid HTML, says the checker of W3C and WHATWG. */
@QuarkusTest
@QuarkusTestResource(LabelService.class)
class MarkupTest {
    @Inject
    FeedStatus feed;

    @Test
    void theCheckerBites() throws Exception {
        assertThat(complaints("<!DOCTYPE html><html lang=\"en\"><title>x</title><p><input type=date value=today>"))
                .contains("Bad value “today”");
    }

    @Test
    void theCheckerHasNothingToSay() throws Exception {
        UUID camera = REGISTRY.product("MARK0P001", "View 2 indoor camera", "camera");
        REGISTRY.gtins(camera, "09520000600013");
        REGISTRY.support(camera, """
                {"version":1,"change":"first","kind":"fixed_date","end_of_security_support":"2033-06-30",
                 "general_availability":"2025-03-03"}""", Samples.BY_DOCUMENT);
        REGISTRY.support(camera, """
                {"version":2,"change":"shortened","kind":"fixed_date","end_of_security_support":"2031-06-30",
                 "general_availability":"2025-03-03","end_of_sales":"2029-01-31"}""", Samples.SHORTENED);
        REGISTRY.disclosure(camera, Samples.CAMERA);
        UUID phone =
                REGISTRY.product("MARK0P002", "Pixel 9a", "phone", TestRegistry.OTHER_MAKER, TestRegistry.OPERATOR);
        REGISTRY.copiedSupport(phone, """
                {"version":1,"change":"first","kind":"fixed_date","end_of_security_support":"2026-03",
                 "general_availability":"2020-04-10","end_of_sales":"unstated"}""", """
                {"provenance":{"basis":"document","evidence":[{"url":"https://a.example/x|y"}]}}""");
        UUID gone = REGISTRY.product("MARK0P003", "Gone", "light");
        REGISTRY.withdraw(gone, "Not made any more.");
        REGISTRY.product("MARK0P004", "Silent", "light");
        Pages.follow(feed);

        for (String path : List.of(
                "/",
                "/?q=",
                "/?q=Solo+lamp+by+Hjem",
                "/how",
                "/l/MARK0P001",
                "/l/MARK0P002",
                "/l/MARK0P003",
                "/l/MARK0P004",
                "/l/ZZZZZZZZZ",
                "/01/4006381333931",
                "/01/4006381333932",
                "/01/4006381333931/99/1",
                "/no-such-page")) {
            assertThat(complaints(given().get(path).asString())).as(path).isEmpty();
        }
    }

    /**
     * Errors and warnings, one a line; but for {@code ::details-content}, which opens closed lists on paper: browsers know it
     * since Chrome 131, Safari 18.4 and Firefox 143, and this checker does not yet.
     */
    private static String complaints(String page) throws Exception {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        return validator
                .validate(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)))
                .lines()
                .filter(line -> !line.contains("pseudo-class “::details-content”"))
                .collect(Collectors.joining("\n"));
    }
}
