package org.livelabel.registry.support;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.sql.CountedSql;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.PolicyBody;

/** A public read costs what it shows, not what was ever published about the product. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class ShortReadsTest {
    private static final int ENTRIES = 55;

    @Inject
    EntityManagerFactory factory;

    @Inject
    CountedSql sql;

    @AfterEach
    void noStatistics() {
        statistics().setStatisticsEnabled(false);
    }

    @Test
    void aLongHistoryIsNotReadForWhatDoesNotShowIt() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.camera(Maker.freeGtin()));
        for (int version = 1; version <= ENTRIES; version++) {
            maker.write(product, version, Drafts.camera(Maker.freeGtin()))
                    .then()
                    .statusCode(204);
            maker.publish(product).then().statusCode(200);
        }
        int last = get("/v1/products/" + product).path("as_of_index");
        sql.watch("event from log.entry");

        Response support = get("/v1/products/" + product + "/support");
        long forSupport = sql.rowsRead();
        Response policies = get("/v1/products/" + product + "/policies");
        long forPolicies = sql.rowsRead();
        Response feed = get("/v1/products/" + product + "/feed.atom");
        long forFeed = sql.rowsRead();

        assertThat(support.<Integer>path("as_of_index")).isEqualTo(last);
        assertThat(support.<List<?>>path("ledger")).hasSize(1);
        assertThat(forSupport).isEqualTo(1);
        assertThat(policies.statusCode()).isEqualTo(200);
        assertThat(forPolicies).isEqualTo(1);
        assertThat(feed.xmlPath().getInt("feed.entry.size()")).isEqualTo(50);
        // 50 that are shown, and the one by which the product came to its owner
        assertThat(forFeed).isEqualTo(51);
    }

    @Test
    void versionsThatWereReplacedLongAgoAreNotReadForWhatAppliesNow() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("With many policies"));
        String policy = PolicyBody.privacyNotice("# Version 1").published(maker);
        for (int version = 2; version <= ENTRIES; version++) {
            PolicyBody.privacyNotice("# Version " + version)
                    .supersedes(policy, version - 1, "editorial")
                    .published(maker);
        }
        sql.watch("projection.policy_version");

        Response policies = get("/v1/products/" + product + "/policies");
        long forPolicies = sql.rowsRead();
        Response feed = get("/v1/products/" + product + "/feed.atom");
        long forFeed = sql.rowsRead();

        assertThat(policies.<Integer>path("policies[0].in_effect.version")).isEqualTo(ENTRIES);
        assertThat(forPolicies).isEqualTo(1);
        assertThat(feed.xmlPath().getInt("feed.entry.size()")).isEqualTo(50);
        assertThat(forFeed).isEqualTo(50);
    }

    @Test
    void whatEachVersionSaysOfItselfIsReadAtOnce() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("With a policy"));
        String policy = PolicyBody.privacyNotice("# Version 1").published(maker);
        long forOne = statementsOfFeeds(maker, product);
        for (int version = 2; version <= 5; version++) {
            PolicyBody.privacyNotice("# Version " + version)
                    .supersedes(policy, version - 1, "editorial")
                    .published(maker);
        }

        long forFive = statementsOfFeeds(maker, product);

        // a question for each would be eight more; what works in the background asks one now and then
        assertThat(forFive).isLessThan(forOne + 4);
    }

    private long statementsOfFeeds(Maker maker, String product) {
        statistics().setStatisticsEnabled(true);
        statistics().clear();
        long before = sql.statements();
        get("/v1/products/" + product + "/feed.atom").then().statusCode(200);
        get("/v1/organisations/" + maker.organisation + "/feed.atom").then().statusCode(200);
        long statements = statistics().getPrepareStatementCount() + sql.statements() - before;
        statistics().setStatisticsEnabled(false);
        return statements;
    }

    private Statistics statistics() {
        return factory.unwrap(SessionFactory.class).getStatistics();
    }
}
