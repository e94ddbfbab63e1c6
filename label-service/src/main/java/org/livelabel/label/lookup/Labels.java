package org.livelabel.label.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.livelabel.gs1.Gtin;
import org.livelabel.label.follower.FeedStatus;
import org.livelabel.label.page.Refusal;
import org.livelabel.label.page.RefusedException;
import org.livelabel.label.projection.ProductRecord;
import org.livelabel.label.projection.ProductRecords;
import org.livelabel.texts.LabelCode;

/** Finds the product that an address means, or ends the request with the reason why there is none. */
@ApplicationScoped
public class Labels {
    private final ProductRecords products;
    private final RecentProducts recent;
    private final FeedStatus feed;

    Labels(ProductRecords products, RecentProducts recent, FeedStatus feed) {
        this.products = products;
        this.recent = recent;
        this.feed = feed;
    }

    /** For addresses of data: refusals are problem documents. */
    public ProductRecord requireData(@Nullable String typed, String suffix, UriInfo uri) {
        String code = canonical(typed, suffix, uri);
        return recent.find(code).orElseThrow(() -> RefusedException.ofData(missing(Refusal.unknownLabel(code))));
    }

    /**
     * @param typed the code as it is in the address; another spelling than the printed one is answered with 308
     * @param suffix what follows the code in the address
     */
    public ProductRecord require(@Nullable String typed, String suffix, UriInfo uri) {
        String code = canonical(typed, suffix, uri);
        return recent.find(code).orElseThrow(() -> RefusedException.of(missing(Refusal.unknownLabel(code))));
    }

    /** The code of the product that a number leads to today. */
    public String requireCode(Gtin gtin) {
        Optional<String> code = products.codeOf(gtin);
        return code.orElseThrow(() -> RefusedException.of(missing(Refusal.notListed(gtin.onPack()))));
    }

    /** The code of the label that is meant with what stood in a field, which stays there if there is none. */
    public String requireTyped(String typed) {
        String code = LabelCode.canonical(typed);
        if (isReadable(code) && recent.find(code).isPresent()) {
            return code;
        }
        throw RefusedException.of(missing(Refusal.unknownLabel(typed)));
    }

    /** The path with the request's query behind it. */
    public static String withQuery(String path, UriInfo uri) {
        String query = uri.getRequestUri().getRawQuery();
        return query == null || query.isEmpty() ? path : path + "?" + query;
    }

    /** While the log is read for the first time nothing can be said to be unknown. */
    private Refusal missing(Refusal refusal) {
        return feed.caughtUp() ? refusal : refusal.whileLoading();
    }

    /** @param typed null if the address has only what follows a semicolon in its place */
    private static String canonical(@Nullable String typed, String suffix, UriInfo uri) {
        if (typed == null) {
            throw RefusedException.of(Refusal.noPage());
        }
        String code = LabelCode.canonical(typed);
        if (!isReadable(code)) {
            throw RefusedException.of(Refusal.unknownLabel(typed));
        }
        if (!code.equals(typed)) {
            throw new RedirectionException(Response.status(308)
                    .header("Location", withQuery("/l/" + code + suffix, uri))
                    .build());
        }
        return code;
    }

    private static boolean isReadable(String code) {
        return code.matches("[0-9A-Z]{1,32}");
    }
}
