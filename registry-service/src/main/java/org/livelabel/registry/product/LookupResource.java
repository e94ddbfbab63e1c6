package org.livelabel.registry.product;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.gs1.Gtin;
import org.livelabel.gs1.InvalidGtinException;
import org.livelabel.registry.json.Schemas;
import org.livelabel.registry.ratelimit.Costs;
import org.livelabel.registry.ratelimit.Quota;

/** Many GTINs at once: one result row for each, in the order asked. */
@Costs(most = 20)
@Path("/v1/products:lookup")
public class LookupResource {
    /** So many GTINs count as one request against the quota; the first of them came with the request itself. */
    private static final int GTINS_PER_UNIT = 50;

    private final Products products;
    private final ProductViews views;
    private final Schemas schemas;
    private final Day day;
    private final Quota quota;

    LookupResource(Products products, ProductViews views, Schemas schemas, Day day, Quota quota) {
        this.products = products;
        this.views = views;
        this.schemas = schemas;
        this.day = day;
        this.quota = quota;
    }

    @POST
    @PermitAll
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "lookupProducts",
            summary = "Up to 1,000 GTINs. A GTIN we have never heard of is not_listed; that is neither withdrawn nor "
                    + "revoked. Each 50 count as one request")
    public LookupResponse lookup(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(ref = "/v1/schemas/lookup/1")))
                    InputStream body) {
        JsonNode request = StrictJson.read(body);
        schemas.require("lookup/1", request);
        quota.spend((request.get("gtins").size() - 1) / GTINS_PER_UNIT);
        Map<String, Gtin> valid = new HashMap<>();
        Map<String, String> invalid = new HashMap<>();
        for (JsonNode gtin : request.get("gtins")) {
            try {
                valid.put(gtin.asText(), Gtin.parse(gtin.asText()));
            } catch (InvalidGtinException e) {
                invalid.put(gtin.asText(), e.reason());
            }
        }
        Map<String, UUID> ids =
                products.byGtin(valid.values().stream().map(Gtin::value).collect(Collectors.toSet()));
        Map<UUID, ProductResponse> found =
                views.views(products.find(new HashSet<>(ids.values())).values(), day.today()).stream()
                        .collect(Collectors.toMap(ProductResponse::id, Function.identity()));
        List<Item> items = new ArrayList<>();
        for (JsonNode gtin : request.get("gtins")) {
            items.add(item(gtin.asText(), valid.get(gtin.asText()), invalid.get(gtin.asText()), ids, found));
        }
        return new LookupResponse(items);
    }

    private static Item item(
            String asked,
            @Nullable Gtin gtin,
            @Nullable String reason,
            Map<String, UUID> ids,
            Map<UUID, ProductResponse> found) {
        if (gtin == null) {
            return new Item(asked, "invalid", null, reason);
        }
        ProductResponse product = found.get(ids.get(gtin.value()));
        if (product == null) {
            return new Item(asked, "not_listed", null, null);
        }
        return new Item(asked, result(product.listing()), product, null);
    }

    private static String result(ProductResponse.ListingView listing) {
        if (listing.standing().state() == StandingState.REVOKED) {
            return "revoked";
        }
        return listing.state() == ListingState.WITHDRAWN ? "withdrawn" : "found";
    }

    @Schema(name = "LookupResponse")
    public record LookupResponse(List<Item> items) {}

    /**
     * @param gtin as it was asked
     * @param message for an invalid number: what is wrong with it
     */
    @Schema(name = "LookupItem")
    public record Item(
            String gtin,

            @Schema(enumeration = {"found", "withdrawn", "revoked", "not_listed", "invalid"})
            String result,

            @Nullable ProductResponse product,
            @Nullable String message) {}
}
