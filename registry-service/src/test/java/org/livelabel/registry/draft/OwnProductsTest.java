package org.livelabel.registry.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.Sql;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class OwnProductsTest {
    @Test
    void theListNeedsNoDraftToBeRead() throws SQLException {
        Maker maker = Maker.verified();
        maker.published(Drafts.identityOnly("A public one"));
        String unpublished = maker.newProduct();
        maker.write(unpublished, 0, Drafts.identityOnly("B private one")).then().statusCode(204);
        maker.newProduct();
        Sql.execute("update work.product set content = 'not to be read' where publisher_id = '" + maker.organisation
                + "' and content is not null");

        Response list = maker.asked().get("/v1/organisations/" + maker.organisation + "/products");

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.<List<String>>path("items.name")).containsExactly(null, "A public one", "B private one");
        assertThat(list.<List<String>>path("items.category")).containsExactly(null, "phone", "phone");
        assertThat(list.<List<String>>path("items.listing")).isEqualTo(Arrays.asList(null, "listed", null));
        assertThat(list.<List<Boolean>>path("items.published")).containsExactly(false, true, false);
    }
}
