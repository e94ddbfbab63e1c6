package org.livelabel.registry.finding;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.address.Address;
import org.livelabel.registry.caching.AsOfIndex;
import org.livelabel.registry.caching.Cacheable;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.paging.Cursor;
import org.livelabel.registry.paging.Page;
import org.livelabel.registry.paging.PageLinks;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.product.ProductResponse;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.ProductViews;
import org.livelabel.registry.product.Products;
import org.livelabel.registry.ratelimit.Costs;
import org.livelabel.registry.ratelimit.Quota;

/** Published products, searched and browsed a page at a time. */
@Costs(most = 1 + SearchResource.FACETS_COST_MORE)
@Path("/v1/products")
public class SearchResource {
    /** Counting reads all that is found, not a page of it. */
    static final int FACETS_COST_MORE = 4;

    private final SearchRequest requests;
    private final Search search;
    private final Facets facets;
    private final Products products;
    private final ProductViews views;
    private final PublicationLog log;
    private final Cacheable cacheable;
    private final Day day;
    private final Quota quota;

    SearchResource(
            SearchRequest requests,
            Search search,
            Facets facets,
            Products products,
            ProductViews views,
            PublicationLog log,
            Cacheable cacheable,
            Day day,
            Quota quota) {
        this.requests = requests;
        this.search = search;
        this.facets = facets;
        this.products = products;
        this.views = views;
        this.log = log;
        this.cacheable = cacheable;
        this.day = day;
        this.quota = quota;
    }

    @GET
    @PermitAll
    @Transactional
    @Operation(
            operationId = "listProducts",
            summary = "Published products by words and by what they disclose, a page at a time. Filters add up; a "
                    + "filter that does not exist is refused")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SearchPage.class)))
    public Response list(@BeanParam SearchParameters asked, @Context UriInfo uri, @Context Request request) {
        SearchFilter filter = requests.filter(asked, uri.getQueryParameters().keySet());
        SearchOrder order = requests.order(asked, filter);
        boolean counted = requests.facets(asked);
        if (counted) {
            quota.spend(FACETS_COST_MORE);
        }
        int size = Page.limit(asked.limit);
        List<@Nullable String> everyFilter = filters(uri.getQueryParameters());
        Cursor after = Cursor.read(asked.cursor, everyFilter);
        LocalDate today = day.today();
        long index = log.lastIndex();
        Matching matching = search.matching(filter, after, today);
        Page<Search.Hit> page = PageLinks.page(
                uri, search.find(filter, matching, order, after, size + 1, today), size, hit -> hit, hit -> hit.cursor()
                        .write(everyFilter));
        return cacheable.answer(
                request,
                new SearchPage(
                        products(page.items(), today),
                        page.self(),
                        page.next(),
                        matching == null ? null : matching.wireName(),
                        counted ? facets.count(filter, matching, today) : null,
                        index));
    }

    private List<ProductResponse> products(List<Search.Hit> hits, LocalDate today) {
        Map<UUID, ProductState> found =
                products.find(hits.stream().map(Search.Hit::product).toList());
        return views.views(
                hits.stream()
                        .map(hit -> Objects.requireNonNull(found.get(hit.product())))
                        .toList(),
                today);
    }

    /** Everything that makes the list what it is; a cursor belongs to it. */
    private static List<@Nullable String> filters(MultivaluedMap<String, String> parameters) {
        Map<String, List<String>> filters = new TreeMap<>(parameters);
        filters.keySet().removeAll(List.of("cursor", "limit", "facets"));
        return List.of(filters.toString());
    }

    /** A page of products. */
    @Schema(name = "SearchPage")
    record SearchPage(
            List<ProductResponse> items,

            @Address String self,

            @Address @Nullable String next,

            @Schema(
                    description = "With q: as_written, or similar where no product has all the words",
                    enumeration = {"as_written", "similar"})
            @Nullable String matching,

            Facets.@Nullable Counts facets,

            @Schema(
                    description =
                            "Index of the log: everything published up to it is on these pages. Keep that of the first page, "
                                    + "and ask with it as changed_since_index for what came later")
            Long asOfIndex)
            implements AsOfIndex {}
}
