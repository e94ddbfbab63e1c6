package org.livelabel.web.product;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.web.page.ErrorPages;
import org.livelabel.web.page.Site;
import org.livelabel.web.registry.Category;
import org.livelabel.web.registry.Product;
import org.livelabel.web.registry.Registry;
import org.livelabel.web.registry.SupportLedger;
import org.livelabel.web.service.ServiceAwayException;
import org.livelabel.web.service.ServiceRefusedException;
import org.livelabel.web.wording.CategoryIcon;

/** What the registry holds about a product, now or at the end of an earlier UTC day. */
@Path("/products/{id}")
@PermitAll
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
public class ProductPages {
    private final Registry registry;
    private final Site site;

    ProductPages(Registry registry, Site site) {
        this.registry = registry;
        this.site = site;
    }

    @GET
    public Response get(@PathParam("id") UUID id, @QueryParam("on") @Nullable String on) {
        DayAsked asked = DayAsked.of(on, site.today());
        LocalDate day = asked.day();
        Optional<Product> product = registry.product(id, day);
        if (product.isPresent()) {
            return Response.status(asked.problem() == null ? 200 : 400)
                    .entity(Templates.product(view(id, product.get(), asked)))
                    .build();
        }
        return day == null
                ? ErrorPages.notFound()
                : registry.product(id, null)
                        .map(now -> Response.status(404)
                                .entity(Templates.notThen(NotThenView.of(id, now, asked)))
                                .build())
                        .orElseGet(ErrorPages::notFound);
    }

    private ProductView view(UUID id, Product product, DayAsked asked) {
        Category category = registry.categories().stream()
                .filter(c -> c.id().equals(product.category()))
                .findFirst()
                .orElse(null);
        return ProductView.of(id, product, ledger(id, product, asked), category, asked, site.registry());
    }

    /** Null if it cannot be had now: the page does not wait for its past. A first statement has none. */
    private @Nullable SupportLedger ledger(UUID id, Product product, DayAsked asked) {
        Integer version = product.support().version();
        if (version != null && version <= 1) {
            return new SupportLedger(List.of());
        }
        try {
            return registry.supportLedger(id, asked.day()).orElse(null);
        } catch (ServiceAwayException | ServiceRefusedException e) {
            return null;
        }
    }

    /** A product as it is called now, on a day before it came here. */
    record NotThenView(UUID id, String name, String maker, String icon, DayAsked asked) {
        static NotThenView of(UUID id, Product now, DayAsked asked) {
            return new NotThenView(id, now.name(), now.manufacturer().name(), CategoryIcon.of(now.category()), asked);
        }
    }

    @CheckedTemplate(basePath = "product")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance product(ProductView view);

        static native TemplateInstance notThen(NotThenView view);
    }
}
