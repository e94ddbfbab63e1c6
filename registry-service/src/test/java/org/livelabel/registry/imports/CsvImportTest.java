package org.livelabel.registry.imports;

import static io.restassured.RestAssured.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.registry.testing.Here;
import org.livelabel.registry.testing.Imports;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class CsvImportTest {
    private static final String HEADER = "product_ref,name,model,device_group,category,gtins,support_kind,"
            + "end_of_security_support,support_basis,support_asserted_on,support_evidence_url,support_reason:en\r\n";

    @Test
    void aSpreadsheetsRowsArePublishedLikeJsonLines() {
        Maker maker = Maker.verified();
        String first = Maker.freeGtin();
        String second = Maker.freeGtin();
        String file = "\uFEFF" + HEADER
                + "one,\"View, 2 \"\"Pro\"\"\",7\" wide,connected_home,camera," + first + " " + second
                + ",fixed_date,2031-06,document,2025-03-03,https://halden.example/support,\r\n"
                + "two,Plain,,connected_home,lock,,,,,,,\r\n"
                + ",,,,,,,,,,,\r\n";

        Response done = finished(maker, file, "publish=true");
        Response again = finished(maker, file, "publish=true");

        assertThat(done.<Integer>path("total")).isEqualTo(2);
        assertThat(done.<Integer>path("counts.published")).isEqualTo(2);
        assertThat(again.<Integer>path("counts.unchanged")).isEqualTo(2);
        Response product = get("/v1/products/by-gtin/" + second);
        assertThat(product.<String>path("name")).isEqualTo("View, 2 \"Pro\"");
        assertThat(product.<String>path("model")).isEqualTo("7\" wide");
        assertThat(product.<String>path("support.end_of_security_support")).isEqualTo("2031-06");
        assertThat(product.<String>path("support.provenance.evidence[0].url"))
                .isEqualTo("https://halden.example/support");
    }

    @Test
    void aBadRowFailsAloneAndIsNamedByTheLineItBeginsOn() {
        Maker maker = Maker.verified();
        String file = HEADER
                + "one,\"On two\nlines\",,connected_home,camera,,,,,,,\n"
                + "two,Too,few\n"
                + "three,Three,,connected_home,camera,12345,,,,,,\n"
                + "four,Four,,connected_home,camera,,period_from_purchase,,statement,2025-03-03,,\n"
                + "five,\"Five\"x,,connected_home,camera,,,,,,,\n"
                + "six,\"never closed" + "x".repeat(70_000) + "\n"
                + "seven,Seven,,connected_home,camera,,,,,,,\n";

        Response done = finished(maker, file, "publish=false");

        Response failed = maker.asked().get("/v1/imports/" + done.path("id") + "/rows?result=failed");
        assertThat(failed.<List<Integer>>path("items.line")).containsExactly(2, 4, 5, 6, 7, 8);
        List<String> details = failed.path("items.problem.detail");
        assertThat(details.get(0)).contains("/identity/name");
        assertThat(details.get(1)).contains("3 cells", "12 columns");
        assertThat(details.get(2)).contains("/gtins/0");
        assertThat(details.get(3)).contains("/support/months is missing");
        assertThat(details.get(4)).contains("not CSV");
        assertThat(details.get(5)).contains("65536 bytes", "quotation mark");
        assertThat(done.<Integer>path("counts.drafted")).isEqualTo(1);
    }

    @Test
    void aDryRunOfAFileChangesNothing() {
        Maker maker = Maker.verified();

        Response done = finished(maker, HEADER + "one,One,,connected_home,camera,,,,,,,", "publish=true&dry_run=true");

        assertThat(done.<Integer>path("counts.would_publish")).isEqualTo(1);
        assertThat(get("/v1/products?manufacturer=" + maker.organisation).<List<?>>path("items"))
                .isEmpty();
    }

    @Test
    void aShorterPromiseNeedsItsReasonInAColumn() {
        Maker maker = Maker.verified();
        String row = "one,One,,connected_home,camera," + Maker.freeGtin() + ",fixed_date,%s,statement,2025-03-03,,%s\n";
        finished(maker, HEADER + row.formatted("2031-06-30", ""), "publish=true");

        Response silent = finished(maker, HEADER + row.formatted("2030-06-30", ""), "publish=true");
        Response told = finished(maker, HEADER + row.formatted("2030-06-30", "The chip is gone"), "publish=true");

        assertThat(silent.<Integer>path("counts.failed")).isEqualTo(1);
        assertThat(told.<Integer>path("counts.published")).isEqualTo(1);
        assertThat(get("/v1/products?manufacturer=" + maker.organisation).<List<String>>path("items.support.reason.en"))
                .containsExactly("The chip is gone");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "product_ref;name;device_group;category | 400 | semicolons",
                "product_ref,name,device_group,category,colour | 422 | colour is not a known column",
                "product_ref,device_group,category | 422 | name is missing in the header",
                "product_ref,name,name,device_group,category | 422 | name stands twice",
                "product_ref,name,device_group,category,support_reason | 422 | support_reason is not a known column",
                "'' | 400 | The file is empty",
            })
    void aHeaderThatCannotBeUsedIsRefusedAsAWhole(String header, int status, String why) {
        Maker maker = Maker.verified();

        Response refused = send(
                maker, header + (header.isEmpty() ? "" : "\na,b,c,d\n"), "publish=false", "text/csv; charset=utf-8");

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.<String>path("detail")).contains(why);
    }

    @Test
    void anotherCharacterSetIsRefused() {
        Response refused = send(Maker.verified(), HEADER, "publish=false", "text/csv; charset=windows-1252");

        assertThat(refused.statusCode()).isEqualTo(415);
    }

    @Test
    void everyColumnIsDescribed() {
        Response described = get("/v1/imports/csv-columns");

        assertThat(described.<List<String>>path("columns.name"))
                .contains("product_ref", "support_reason:en")
                .hasSize(CsvColumn.values().length);
        assertThat(described.<List<String>>path("columns.findAll { it.required }.name"))
                .containsExactly("product_ref", "name", "device_group", "category");
    }

    private static Response finished(Maker maker, String file, String query) {
        Response accepted = send(maker, file, query, "text/csv; charset=utf-8");
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        return Imports.finished(maker, Here.path(accepted.header("Location")));
    }

    private static Response send(Maker maker, String file, String query, String type) {
        return maker.asked(maker.token(), UUID.randomUUID().toString())
                .contentType(type)
                .body(file.getBytes(UTF_8))
                .post("/v1/imports?publisher=" + maker.organisation + "&" + query);
    }
}
