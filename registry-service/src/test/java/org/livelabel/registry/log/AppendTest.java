package org.livelabel.registry.log;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.registry.entry.About;
import org.livelabel.registry.entry.DisclosurePublished;
import org.livelabel.registry.entry.DocumentRef;
import org.livelabel.registry.entry.Entry;
import org.livelabel.registry.entry.GtinsChanged;
import org.livelabel.registry.entry.ProductChanged;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.Sql;

/** What does not keep to its schema is our fault, and gets nowhere. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class AppendTest {
    private static final String SCHEMAS = "https://livelabel.org/schemas/";

    @Inject
    PublicationLog log;

    @Inject
    Documents documents;

    private final ObjectMapper mapper = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"a text where a code belongs", "a member that is missing", "an entry that is too long"})
    void oneEntryThatIsRefusedLeavesEverythingAsItWas(String flaw) {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.camera(Maker.freeGtin()));
        Map<String, String> before = everything();

        assertThatIllegalStateException().isThrownBy(() -> QuarkusTransaction.requiringNew()
                .run(() -> log.append(List.of(
                        named(
                                product,
                                maker,
                                documents.store(mapper.createObjectNode().put("name", flaw))),
                        broken(flaw, product, maker)))));

        assertThat(everything()).isEqualTo(before);
        maker.write(product, 1, Drafts.identityOnly("Goes on")).then().statusCode(204);
        maker.publish(product).then().statusCode(200);
    }

    @Test
    void anEntryIsRefusedWithoutWaitingForTheHead() throws Exception {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Waits for nobody"));

        try (Connection other = Sql.begin("select size from log.head for update")) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> log.append(List.of(broken("a member that is missing", product, maker)))))
                    .withMessageContaining("/material (required)");
            assertThat(other.isClosed()).isFalse();
        }
    }

    @Test
    void anEntryNamesTheSchemaThatTheRegistryServes() {
        String product = Maker.verified().published(Drafts.camera(Maker.freeGtin()));

        List<Map<String, Object>> entries = entriesAbout(product);

        assertThat(entries).hasSizeGreaterThan(2);
        for (Map<String, Object> entry : entries) {
            String id = (String) entry.get("dataschema");
            assertThat(entry.get("type"))
                    .isEqualTo("org.livelabel." + id.substring(SCHEMAS.length(), id.length() - 2) + ".v1");
            assertThat(get(id.replace(SCHEMAS, "/v1/schemas/")).jsonPath().getString("'$id'"))
                    .isEqualTo(id);
        }
    }

    private static Entry broken(String flaw, String product, Maker maker) {
        About about = about(product, maker);
        DocumentRef document = new DocumentRef("ab".repeat(32), "application/json", 17);
        return switch (flaw) {
            case "a text where a code belongs" -> new ProductChanged(about, "Ann's cam", "other", "phone", document);
            case "a member that is missing" -> new DisclosurePublished(about, 2, null, List.of(), null, document);
            default ->
                new GtinsChanged(
                        about,
                        null,
                        List.of(),
                        List.of(),
                        IntStream.range(0, 1000).mapToObj("%014d"::formatted).toList());
        };
    }

    private static Entry named(String product, Maker maker, DocumentRef document) {
        String labelCode = get("/v1/products/" + product).path("label_code");
        return new ProductChanged(about(product, maker), labelCode, "other", "phone", document);
    }

    private static About about(String product, Maker maker) {
        UUID organisation = UUID.fromString(maker.organisation);
        return new About(Subject.product(UUID.fromString(product)), organisation, organisation);
    }

    private static List<Map<String, Object>> entriesAbout(String product) {
        long size = Long.parseLong(Sql.one("select size from log.head"));
        List<Map<String, Object>> last = get("/v1/feed?lastEventId=%012d".formatted(Math.max(0, size - 6)))
                .jsonPath()
                .getList("$");
        return last.stream()
                .filter(entry -> entry.get("subject").equals("products/" + product))
                .toList();
    }

    /** What each table of the log and of the projections holds. */
    private static Map<String, String> everything() {
        Map<String, String> tables = new TreeMap<>();
        for (String table : Sql.list("""
                select schemaname || '.' || tablename from pg_tables where schemaname in ('log', 'projection')""")) {
            tables.put(
                    table,
                    Sql.one("select md5(coalesce(string_agg(t::text, ' ' order by t::text), '')) from " + table
                            + " t"));
        }
        return tables;
    }
}
