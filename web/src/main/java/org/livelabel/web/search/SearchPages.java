package org.livelabel.web.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.livelabel.gs1.Gtin;
import org.livelabel.gs1.InvalidGtinException;
import org.livelabel.texts.LabelCode;
import org.livelabel.web.page.Site;
import org.livelabel.web.registry.Category;
import org.livelabel.web.registry.Listed;
import org.livelabel.web.registry.Product;
import org.livelabel.web.registry.ProductFilter;
import org.livelabel.web.registry.Registry;
import org.livelabel.web.wording.ProductRow;

/** Words find a list; the number under a barcode leads straight to its product. */
@Path("/search")
@PermitAll
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
public class SearchPages {
    private final Registry registry;
    private final Site site;

    SearchPages(Registry registry, Site site) {
        this.registry = registry;
        this.site = site;
    }

    @GET
    public Response search(
            @QueryParam("q") @Nullable String q,
            @QueryParam("category") @Nullable String category,
            @QueryParam("cursor") @Nullable String cursor) {
        Query query = Query.of(q, category);
        List<Category> categories = registry.categories();
        if (!query.hasKnownCategory(categories)) {
            return answer(400, new SearchView(query, categories, List.of(), false, null, null, null));
        }
        String number = query.number();
        return number == null ? list(query, categories, cursor) : byNumber(query, categories, number);
    }

    private Response list(Query query, List<Category> categories, @Nullable String cursor) {
        Listed<Product> found = registry.products(ProductFilter.search(query.words(), query.category()), cursor);
        return answer(
                200,
                new SearchView(
                        query,
                        categories,
                        ProductRow.of(found.items(), site.today()),
                        cursor != null,
                        nextPage(query, found.next()),
                        null,
                        null));
    }

    private Response byNumber(Query query, List<Category> categories, String number) {
        Gtin gtin;
        try {
            gtin = Gtin.parse(number);
        } catch (InvalidGtinException e) {
            return answer(400, new SearchView(query, categories, List.of(), false, null, e.reason(), null));
        }
        Optional<Product> found = registry.product(gtin);
        if (found.isPresent() && found.get().id() != null) {
            return Response.status(303)
                    .header("Location", "/products/" + found.get().id())
                    .build();
        }
        if (found.isPresent()) {
            List<ProductRow> row = List.of(ProductRow.of(found.get(), site.today()));
            return answer(200, new SearchView(query, categories, row, false, null, null, null));
        }
        return answer(404, new SearchView(query, categories, List.of(), false, null, null, number));
    }

    private static @Nullable String nextPage(Query query, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        return listAddress(query) + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }

    private static String listAddress(Query query) {
        return "/search?q=" + query.wordsInAddress() + "&category=" + query.categoryInAddress();
    }

    private static Response answer(int status, SearchView view) {
        return Response.status(status).entity(Templates.search(view)).build();
    }

    /**
     * @param further this is not the first page
     * @param next address of the next page
     * @param problem what is wrong with the number, to be read after it
     * @param notListed the number that leads to no product
     */
    record SearchView(
            Query query,
            List<Category> categories,
            List<ProductRow> rows,
            boolean further,
            @Nullable String next,
            @Nullable String problem,
            @Nullable String notListed) {

        /** Where this list begins. */
        public String start() {
            return listAddress(query);
        }

        /** Whether there was something that could be looked for; otherwise finding nothing would be no answer. */
        public boolean searched() {
            return problem == null && notListed == null && unknownKind() == null;
        }

        /** What was asked for in place of a category; null if nothing is wrong with it. */
        public @Nullable String unknownKind() {
            return query.hasKnownCategory(categories) ? null : query.category();
        }

        /** The code of a label that was typed, as it is printed; null if it is none. */
        public @Nullable String labelCode() {
            String code = query.labelCode();
            return code != null && LabelCode.isSound(code) ? code : null;
        }

        /** What was typed is no product's name, and looks like the code of a label but cannot be one. */
        public boolean labelCodeMistyped() {
            String code = query.labelCode();
            return rows.isEmpty() && code != null && !LabelCode.isSound(code);
        }

        /** The category's plural, or null where none is chosen or it is not one that we know. */
        public @Nullable String kind() {
            return categories.stream()
                    .filter(c -> c.id().equals(query.category()))
                    .map(Category::plural)
                    .findFirst()
                    .orElse(null);
        }
    }

    @CheckedTemplate(basePath = "search")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance search(SearchView view);
    }
}
