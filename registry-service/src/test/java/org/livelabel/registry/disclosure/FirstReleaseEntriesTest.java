package org.livelabel.registry.disclosure;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.entry.About;
import org.livelabel.registry.entry.Entry;
import org.livelabel.registry.entry.PublicationType;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

/** The first release wrote neither materiality nor codes. Its entries stay readable for good. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class FirstReleaseEntriesTest {
    @Inject
    PublicationLog log;

    @Inject
    Documents documents;

    @Inject
    ObjectMapper mapper;

    @Test
    void anEntryWithoutMaterialitySaysThatNobodyExaminedIt() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Old"));
        appendAsTheFirstReleaseDid(maker, product, 1, "yes");
        appendAsTheFirstReleaseDid(maker, product, 2, "no");

        Response current = get("/v1/products/" + product + "/disclosure");
        Response diff = get("/v1/products/" + product + "/disclosures/diff?from=1&to=2");

        assertThat(current.<Integer>path("version")).isEqualTo(2);
        assertThat(current.<Object>path("material")).isNull();
        assertThat(current.<List<String>>path("change_codes")).isEmpty();
        // the documents are there, so today's rules can be asked
        assertThat(diff.<Boolean>path("material")).isTrue();
        assertThat(diff.<List<String>>path("change_codes")).containsExactly("default_weakened");
    }

    private void appendAsTheFirstReleaseDid(Maker maker, String product, int version, String automatic) {
        UUID organisation = UUID.fromString(maker.organisation);
        QuarkusTransaction.requiringNew().run(() -> {
            ObjectNode document = mapper.createObjectNode();
            document.putObject("provenance").put("basis", "statement").put("asserted_on", "2026-01-01");
            document.putObject("updates").putObject("automatic").put("answer", automatic);
            ObjectNode data = mapper.createObjectNode().put("version", version);
            data.set("document", mapper.valueToTree(documents.store(document)));
            About about = new About(Subject.product(UUID.fromString(product)), organisation, organisation);
            log.append(List.of(Entry.of(PublicationType.DISCLOSURE_PUBLISHED, about, data)));
        });
    }
}
