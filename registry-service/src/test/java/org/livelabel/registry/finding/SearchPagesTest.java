package org.livelabel.registry.finding;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Here;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class SearchPagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"name", "support_end", "changed"})
    void everyOrderPagesThroughAllWithoutRepeatingOrSkipping(String sort) {
        Maker maker = Maker.verified();
        for (int i = 0; i < 4; i++) {
            maker.published(
                    Drafts.of("Same", "lock", Maker.freeGtin(), i < 2 ? "" : Drafts.until("203" + i + "-01"), ""));
        }
        maker.published(Drafts.of("Same", "lock", Maker.freeGtin(), Drafts.until("2033-01-01"), ""));

        List<String> seen = allPages("/v1/products?manufacturer=" + maker.organisation + "&limit=2&sort=" + sort);

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"orbit", "orbti"})
    void whatWasFoundByWordsIsPagedInTheSameWay(String words) {
        Maker maker = Maker.verified();
        for (String name : List.of("Orbit", "Orbit", "Orbital", "Big Orbit", "Orbit Two")) {
            maker.published(Drafts.identityOnly(name));
        }

        List<String> seen = allPages("/v1/products?manufacturer=" + maker.organisation + "&limit=2&q=" + words);

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void aForgedCursorIsRefusedAndDoesNotBreakAnything() {
        Maker maker = Maker.verified();
        maker.published(Drafts.identityOnly("One"));
        maker.published(Drafts.identityOnly("Two"));
        String page = get("/v1/products?limit=1&sort=support_end&support_status=not_stated,supported")
                .path("next");
        String cursor = page.replaceAll(".*cursor=([^&]*).*", "$1");
        String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        String digest = text.substring(0, text.indexOf('\n'));

        for (String forged : List.of("\nx\n-2031-01-01", "\n" + new UUID(1, 2) + "\n-soon", "\n\n")) {
            Response refused = given().queryParam("sort", "support_end")
                    .queryParam("support_status", "not_stated,supported")
                    .queryParam(
                            "cursor",
                            Base64.getUrlEncoder().withoutPadding().encodeToString((digest + forged).getBytes(UTF_8)))
                    .get("/v1/products");

            assertThat(refused.<String>path("type")).endsWith("/invalid-cursor");
        }
    }

    private static List<String> allPages(String first) {
        List<String> ids = new ArrayList<>();
        String next = first;
        while (next != null) {
            Response page = given().urlEncodingEnabled(false).get(Here.path(next));
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            ids.addAll(page.path("items.id"));
            next = page.path("next");
        }
        return ids;
    }
}
