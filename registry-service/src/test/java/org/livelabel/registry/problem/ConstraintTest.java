package org.livelabel.registry.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Here;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.Sql;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class ConstraintTest {
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    /** As every constraint here is named: a table, what it is about, and of which kind it is. */
    private static final Pattern NAME = Pattern.compile("\"([a-z]+(?:_[a-z]+)*_(?:pk|key|fk|check|idx))\"");

    @Test
    void everyConstraintThatTheCodeNamesIsInTheSchema() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> NAME.matcher(text(file)).results().forEach(found -> named.add(found.group(1))));
        }

        List<String> known = Sql.list(
                "select conname from pg_constraint union select c.relname from pg_class c where c.relkind = 'i'");

        assertThat(named).contains("gtin_period_current_key", "product_publisher_product_ref_key");
        assertThat(known).containsAll(named);
    }

    @Test
    void ofTwoWhoTakeAGtinAtOnceOneIsToldWhichIsTakenAndByWhom() throws SQLException {
        String gtin = Maker.freeGtin();
        Maker first = Maker.verified();
        Maker second = Maker.verified();
        String one = drafted(first, gtin);
        String other = drafted(second, gtin);

        CompletableFuture<Response> published;
        CompletableFuture<Response> alsoPublished;
        try (Connection head = Sql.begin("select from log.head for update")) {
            int waiting = Sql.waiting();
            published = CompletableFuture.supplyAsync(() -> first.publish(one), THREADS);
            alsoPublished = CompletableFuture.supplyAsync(() -> second.publish(other), THREADS);
            // both have looked, and found the number free
            await().until(() -> Sql.waiting() == waiting + 2);
        }

        List<Response> answers = List.of(published.join(), alsoPublished.join());
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .first()
                .satisfies(refused -> {
                    assertThat(refused.<String>path("type")).endsWith("/gtin-taken");
                    assertThat(refused.contentType()).startsWith("application/problem+json");
                    String loser = refused == answers.getFirst() ? one : other;
                    String winner = loser.equals(one) ? other : one;
                    assertThat(refused.<String>path("violations[0].field")).isEqualTo("/gtins/0");
                    assertThat(refused.<String>path("violations[0].message")).contains(gtin, winner);
                    assertThat(refused.<String>path("instance")).isEqualTo("/v1/products/" + loser + "/draft:publish");
                });
    }

    @Test
    void ofTwoWhoTakeAProductRefAtOnceOneIsToldThatItIsTaken() throws SQLException {
        Maker maker = Maker.verified();
        List<String> logged = new CopyOnWriteArrayList<>();
        Logger root = Logger.getLogger("");
        Handler listener = listener(logged);
        root.addHandler(listener);

        CompletableFuture<Response> created;
        try (Connection faster = Sql.begin("insert into work.product (id, label_code, publisher_id, manufacturer_id,"
                + " product_ref, sort_name, draft_version, published_version, created_at, updated_at) values"
                + " (gen_random_uuid(), '" + maker.subject + "', '" + maker.organisation + "', '" + maker.organisation
                + "', 'ours', 'ours', 0, 0, now(), now())")) {
            int waiting = Sql.waiting();
            created = CompletableFuture.supplyAsync(
                    () -> maker.asked()
                            .body("{\"publisher\":\"" + maker.organisation + "\",\"product_ref\":\"ours\"}")
                            .post("/v1/products"),
                    THREADS);
            await().until(() -> Sql.waiting() == waiting + 1);
            faster.commit();
        }

        Response refused = created.join();
        root.removeHandler(listener);
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(409);
        assertThat(refused.<String>path("type")).endsWith("/product-ref-taken");
        assertThat(refused.<String>path("violations[0].field")).isEqualTo("/product_ref");
        assertThat(logged).noneMatch(line -> line.contains("ours"));
    }

    private static Handler listener(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(record.getMessage() + Arrays.toString(record.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Test
    void theOnlyLineOfAnImportThatIsAMomentTooLateIsToldWhichNumberItWas() throws SQLException {
        String gtin = Maker.freeGtin();
        Maker faster = Maker.verified();
        Maker slower = Maker.verified();
        String product = drafted(faster, gtin);

        CompletableFuture<Response> published;
        String rows;
        try (Connection head = Sql.begin("select from log.head for update")) {
            int waiting = Sql.waiting();
            published = CompletableFuture.supplyAsync(() -> faster.publish(product), THREADS);
            await().until(() -> Sql.waiting() == waiting + 1);
            rows = imported(slower, gtin);
            await().until(() -> Sql.waiting() == waiting + 2);
        }

        assertThat(published.join().statusCode()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(slower.asked().get(rows).<List<String>>path("items.result"))
                .containsExactly("failed"));
        Response failed = slower.asked().get(rows);
        assertThat(failed.<String>path("items[0].problem.type")).endsWith("/gtin-taken");
        assertThat(failed.<String>path("items[0].problem.violations[0].message"))
                .contains(gtin);
    }

    private static String imported(Maker maker, String gtin) {
        return Here.path(maker.asked()
                .contentType("application/x-ndjson")
                .body(("{\"product_ref\":\"one\","
                                + Drafts.camera(gtin).strip().substring(1).replace("\n", " "))
                        .getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?publish=true&publisher=" + maker.organisation)
                .path("rows_url"));
    }

    private static String drafted(Maker maker, String gtin) {
        String product = maker.newProduct();
        maker.write(product, 0, Drafts.camera(gtin)).then().statusCode(204);
        return product;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
