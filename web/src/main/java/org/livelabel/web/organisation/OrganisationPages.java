package org.livelabel.web.organisation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.web.account.Accounts;
import org.livelabel.web.account.Me;
import org.livelabel.web.page.Site;
import org.livelabel.web.registry.Listed;
import org.livelabel.web.registry.OwnProduct;
import org.livelabel.web.registry.Registry;

/** What belongs to the signed-in person's organisations. Who may see it, the services decide for each request. */
@Path("/my-organisation")
@Authenticated
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
public class OrganisationPages {
    private final Accounts accounts;
    private final Registry registry;
    private final Site site;

    OrganisationPages(Accounts accounts, Registry registry, Site site) {
        this.accounts = accounts;
        this.registry = registry;
        this.site = site;
    }

    @GET
    public TemplateInstance get(
            @QueryParam("organisation") @Nullable UUID chosen, @QueryParam("cursor") @Nullable String cursor) {
        Me me = accounts.me();
        if (me.organisations().isEmpty()) {
            if (chosen != null) {
                throw new NotFoundException();
            }
            return Templates.none(new NoneView(me.email()));
        }
        Me.Membership membership = membership(me, chosen);
        Listed<OwnProduct> products = registry.productsOf(membership.id(), cursor);
        return Templates.organisation(new OrganisationView(
                me.email(),
                MembershipView.of(membership),
                me.organisations().stream().map(MembershipView::of).toList(),
                products.items().stream()
                        .map(product -> OwnProductRow.of(product, site.labels()))
                        .toList(),
                cursor != null,
                next(membership.id(), products.next())));
    }

    private static Me.Membership membership(Me me, @Nullable UUID chosen) {
        if (chosen == null) {
            return me.organisations().getFirst();
        }
        return me.organisations().stream()
                .filter(membership -> membership.id().equals(chosen))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static @Nullable String next(UUID organisation, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        return UriBuilder.fromPath("/my-organisation")
                .queryParam("organisation", organisation)
                .queryParam("cursor", "{cursor}")
                .build(cursor)
                .toString();
    }

    record NoneView(@Nullable String email) {}

    record OrganisationView(
            @Nullable String email,
            MembershipView organisation,
            List<MembershipView> all,
            List<OwnProductRow> products,
            boolean further,
            @Nullable String next) {

        /** Where the list of products begins. */
        public String start() {
            return "/my-organisation?organisation=" + organisation.id();
        }
    }

    @CheckedTemplate(basePath = "organisation")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance organisation(OrganisationView view);

        static native TemplateInstance none(NoneView view);
    }
}
