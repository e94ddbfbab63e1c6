package org.livelabel.web.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.livelabel.web.page.Site;
import org.livelabel.web.registry.Registry;
import org.livelabel.web.service.ServiceAwayException;
import org.livelabel.web.wording.CategoryIcon;
import org.livelabel.web.wording.ProductRow;

/** Says what this is and lets people search, also while the registry is away. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
public class HomePages {
    private final Registry registry;
    private final Examples examples;
    private final Site site;

    HomePages(Registry registry, Examples examples, Site site) {
        this.registry = registry;
        this.examples = examples;
        this.site = site;
    }

    @GET
    public TemplateInstance home() {
        try {
            List<CategoryLink> categories = registry.categories().stream()
                    .map(c -> new CategoryLink(c.id(), c.plural(), CategoryIcon.of(c.id())))
                    .toList();
            return Templates.home(
                    new HomeView(categories, ProductRow.of(examples.on(site.today()), site.today()), false));
        } catch (ServiceAwayException e) {
            return Templates.home(new HomeView(List.of(), List.of(), true));
        }
    }

    record CategoryLink(String id, String plural, String icon) {}

    record HomeView(List<CategoryLink> categories, List<ProductRow> examples, boolean registryAway) {}

    @CheckedTemplate(basePath = "home")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance home(HomeView view);
    }
}
