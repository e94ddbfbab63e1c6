package org.livelabel.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Some answers of the registry are kept and shared; waiting for one of them has an end too. */
@QuarkusTest
@WithTestResource(
        value = WebStack.class,
        initArgs = {@ResourceArg(name = "scheme", value = "https"), @ResourceArg(name = "cache", value = "true")})
class CachedAnswersTest {
    private static final int MANY = 8;

    FakeRegistry registry;

    private final ExecutorService visitors = Executors.newFixedThreadPool(MANY);

    @AfterEach
    void stop() {
        registry.reset();
        visitors.shutdownNow();
    }

    @Test
    void aPageDoesNotWaitForTheQuestionOfAnother() {
        registry.reset();
        registry.hangs(true);

        List<CompletableFuture<Integer>> pages = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            pages.add(CompletableFuture.supplyAsync(() -> given().get("/").statusCode(), visitors));
        }
        // each asks for itself, in one of the places that are limited
        await().until(() -> registry.hanging() == MANY);

        assertThat(pages).allSatisfy(page -> assertThat(page.join()).isEqualTo(200));
    }
}
