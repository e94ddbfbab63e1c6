package org.livelabel.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.livelabel.local.keycloak.Account;

/** A maker signs in, lengthens a promise, and sees it on the label; yesterday's promise stays provable. */
@ExtendWith(World.Extension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublishJourneyTest {
    private static final String LENGTHENED = "2034-12-31";

    @Test
    @Order(1)
    void thePublisherSignsInWithTwoFactorsAndSeesTheOrganisationsProducts(World world, Chromium chromium) {
        Account publisher = world.stack().people().publisher().account();
        try (BrowserContext visitor = chromium.visitor(1280, 900, false, false)) {
            Page page = visitor.newPage();
            page.navigate(world.web("/my-organisation").toString());
            page.locator("input[name=username]").fill(publisher.email());
            page.locator("input[name=password]").fill(publisher.password());
            page.locator("[type=submit]").first().click();
            page.locator("input[name=otp]").fill(world.signIn().nextCode(publisher.totp()));
            page.locator("[type=submit]").first().click();

            assertThat(page.url()).startsWith(world.web("/my-organisation").toString());
            assertThat(page.locator("main").innerText()).contains("Halden Home", "View 2 indoor camera");
            assertThat(visitor.cookies().stream()
                            .filter(c -> c.domain.equals("localhost") && c.name.contains("session")))
                    .allSatisfy(cookie -> {
                        assertThat(cookie.httpOnly).isTrue();
                        // a handle, not a token
                        assertThat(cookie.value).doesNotContain("eyJ");
                    });
        }
    }

    @Test
    @Order(2)
    void aPublishedPromiseIsOnTheLabelWithinSeconds(World world) {
        String token = world.freshToken(world.stack().people().publisher());
        JsonNode camera = camera(world);
        String draftPath = "/v1/products/" + camera.get("id").asText() + "/draft";
        HttpResponse<String> read = world.get(world.registry(draftPath), "Authorization", "Bearer " + token);
        ObjectNode draft = (ObjectNode) World.parse(read.body());
        assertThat(draft.at("/support/end_of_security_support").asText()).isNotEqualTo(LENGTHENED);
        ((ObjectNode) draft.get("support")).put("end_of_security_support", LENGTHENED);
        HttpResponse<String> written = world.send(
                HttpRequest.newBuilder(world.registry(draftPath))
                        .PUT(HttpRequest.BodyPublishers.ofString(draft.toString())),
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json",
                "If-Match",
                read.headers().firstValue("ETag").orElseThrow());
        assertThat(written.statusCode()).as(written.body()).isEqualTo(204);

        HttpResponse<String> published = world.send(
                HttpRequest.newBuilder(world.registry(draftPath + ":publish"))
                        .POST(HttpRequest.BodyPublishers.noBody()),
                "Authorization",
                "Bearer " + token,
                "If-Match",
                written.headers().firstValue("ETag").orElseThrow(),
                "Idempotency-Key",
                UUID.randomUUID().toString());

        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        URI label = world.label("/l/" + camera.get("label_code").asText());
        long begun = System.nanoTime();
        await("the label shows the new promise")
                .atMost(Duration.ofSeconds(30))
                .until(() -> world.get(label).body().contains(LENGTHENED));
        System.out.printf("from publication to label: %d ms%n", (System.nanoTime() - begun) / 1_000_000);
    }

    @Test
    @Order(3)
    void theDayBeforeStillShowsTheOldPromise(World world) {
        JsonNode camera = camera(world);
        LocalDate yesterday =
                LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).minusDays(1);

        JsonNode then =
                world.json(world.registry("/v1/products/" + camera.get("id").asText() + "?on=" + yesterday));

        assertThat(camera.at("/support/end_of_security_support").asText()).isEqualTo(LENGTHENED);
        assertThat(then.at("/support/end_of_security_support").asText())
                .isNotEmpty()
                .isNotEqualTo(LENGTHENED);
        assertThat(then.get("as_of_index").asLong())
                .isLessThan(camera.get("as_of_index").asLong());
    }

    private static JsonNode camera(World world) {
        return world.products("&manufacturer=" + world.stack().people().manufacturer()).stream()
                .filter(product -> product.get("category").asText().equals("camera"))
                .findFirst()
                .orElseThrow();
    }
}
