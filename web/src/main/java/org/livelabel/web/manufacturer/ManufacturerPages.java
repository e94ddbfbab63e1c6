package org.livelabel.web.manufacturer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.web.page.Site;
import org.livelabel.web.page.Typed;
import org.livelabel.web.registry.Listed;
import org.livelabel.web.registry.Organisation;
import org.livelabel.web.registry.Product;
import org.livelabel.web.registry.ProductFilter;
import org.livelabel.web.registry.Registry;
import org.livelabel.web.wording.ProductRow;

/** Makers, and with the same address form everybody else who publishes here. */
@Path("/manufacturers")
@PermitAll
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
public class ManufacturerPages {
    private static final String MAKER = "manufacturer";

    private final Registry registry;
    private final Site site;

    ManufacturerPages(Registry registry, Site site) {
        this.registry = registry;
        this.site = site;
    }

    @GET
    public TemplateInstance list(@QueryParam("q") @Nullable String q, @QueryParam("cursor") @Nullable String cursor) {
        String words = Typed.words(q);
        Listed<Organisation> found = registry.organisations(words, MAKER, cursor);
        return Templates.manufacturers(new ListView(
                words,
                found.items().stream().map(OrganisationCard::of).toList(),
                cursor != null,
                next(UriBuilder.fromPath("/manufacturers"), words, found.next())));
    }

    @GET
    @Path("{id}")
    public TemplateInstance get(@PathParam("id") UUID id, @QueryParam("cursor") @Nullable String cursor) {
        Organisation organisation = registry.organisation(id).orElseThrow(NotFoundException::new);
        boolean maker = organisation.kind().equals(MAKER);
        Listed<Product> products =
                registry.products(maker ? ProductFilter.madeBy(id) : ProductFilter.publishedBy(id), cursor);
        return Templates.manufacturer(new OneView(
                id,
                OrganisationCard.of(organisation),
                maker,
                ProductRow.of(products.items(), site.today()),
                cursor != null,
                next(UriBuilder.fromPath("/manufacturers/" + id), null, products.next())));
    }

    private static @Nullable String next(UriBuilder page, @Nullable String q, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        if (q != null) {
            page.queryParam("q", "{q}").resolveTemplate("q", q);
        }
        return page.queryParam("cursor", "{cursor}")
                .resolveTemplate("cursor", cursor)
                .build()
                .toString();
    }

    record ListView(
            @Nullable String q,
            List<OrganisationCard> makers,
            boolean further,
            @Nullable String next) {}

    record OneView(
            UUID id,
            OrganisationCard organisation,
            boolean maker,
            List<ProductRow> products,
            boolean further,
            @Nullable String next) {

        /** Where the list of products begins. */
        public String start() {
            return "/manufacturers/" + id;
        }
    }

    @CheckedTemplate(basePath = "manufacturer")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance manufacturers(ListView view);

        static native TemplateInstance manufacturer(OneView view);
    }
}
