package org.livelabel.registry.atom;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.PolicyBody;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class AtomFeedTest {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @Test
    void aProductsFeedHoldsItsPoliciesVersionsAndWhatElseWasPublished() throws Exception {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Cam"));
        String policy =
                PolicyBody.privacyNotice("One").effectiveOn("2026-03-01").published(maker);
        PolicyBody.privacyNotice("Two")
                .effectiveOn("2027-03-01")
                .supersedes(policy, 1, "sharing_started")
                .published(maker);

        Response answer = get("/v1/products/" + product + "/feed.atom");
        Document feed = parsed(answer);

        assertThat(answer.contentType()).startsWith("application/atom+xml");
        assertThat(texts(feed, "title"))
                .containsExactly(
                        "Cam: what was published about it",
                        "Privacy notice, version 2, in effect from 2027-03-01: an important change",
                        "Privacy notice, version 1, in effect from 2026-03-01",
                        "Product registered");
        assertThat(texts(feed, "summary")).contains("We say it better.");
        assertThat(texts(feed, "id")).allMatch(id -> id.matches("tag:registry\\.test,[0-9-]{4,10}:log/.+"));
        assertThat(texts(feed, "id")).doesNotHaveDuplicates();
        assertThat(texts(feed, "updated").getFirst())
                .isEqualTo(texts(feed, "updated").get(1));
        assertThat(answer.asString())
                .contains("https://registry.test/v1/policies/" + policy + "/diff.html?from=1&amp;to=2")
                .contains("<category term=\"material\"");
    }

    @Test
    void anUnchangedFeedIsNotSentTwice() {
        Maker maker = Maker.verified();
        PolicyBody.privacyNotice("One").published(maker);
        String address = "/v1/organisations/" + maker.organisation + "/feed.atom";
        String tag = get(address).header("ETag");

        Response same = given().header("If-None-Match", tag).get(address);
        PolicyBody.privacyNotice("Terms").kind("terms").published(maker);
        Response other = given().header("If-None-Match", tag).get(address);

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void aNameWithSignsThatMeanSomethingInXmlIsEscaped() throws Exception {
        Maker maker = new Maker();
        maker.publishFacts("AT&T <Phones> \\\"1\\\"", "manufacturer", true)
                .then()
                .statusCode(200);

        Document feed = parsed(get("/v1/organisations/" + maker.organisation + "/feed.atom"));

        assertThat(texts(feed, "name")).containsExactly("AT&T <Phones> \"1\"");
        assertThat(texts(feed, "title"))
                .containsExactly(
                        "AT&T <Phones> \"1\": its policies and what else was published about it",
                        "Organisation registered");
    }

    @Test
    void whatXmlCannotHoldIsLeftOut() throws Exception {
        // was published before names had a rule
        AtomFeed old = new AtomFeed(
                "registry.test/log",
                "products/x",
                "Bell \u0007",
                "Somebody",
                URI.create("https://a.example"),
                List.of());

        Document feed = DocumentBuilderFactory.newNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(old.bytes()));

        assertThat(texts(feed, "title"))
                .singleElement()
                .asString()
                .startsWith("Bell")
                .doesNotContain("\u0007");
    }

    @Test
    void anEmptyFeedHasADate() throws Exception {
        AtomFeed empty = new AtomFeed(
                "registry.test/log", "products/x", "Nothing", "Nobody", URI.create("https://a.example"), List.of());

        Document feed = DocumentBuilderFactory.newNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(empty.bytes()));

        assertThat(texts(feed, "updated")).containsExactly("1970-01-01T00:00:00Z");
    }

    @Test
    void whatNobodyKnowsHasNoFeed() {
        Maker maker = Maker.verified();

        assertThat(get("/v1/products/" + maker.newProduct() + "/feed.atom").<String>path("type"))
                .endsWith("/not-listed");
        assertThat(get("/v1/organisations/" + maker.subject + "/feed.atom").statusCode())
                .isEqualTo(404);
    }

    private static Document parsed(Response answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        return DocumentBuilderFactory.newNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.asByteArray()));
    }

    private static List<String> texts(Document feed, String element) {
        NodeList found = feed.getElementsByTagNameNS(ATOM, element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }
}
