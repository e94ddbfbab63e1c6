package org.livelabel.registry.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.livelabel.gs1.Gtin;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.product.ListingState;
import org.livelabel.registry.product.ProductResponse;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.ProductViews;
import org.livelabel.registry.product.Products;
import org.livelabel.registry.product.StandingState;

/** Sets products side by side: what they are, how long they are supported, and what they disclose. */
@ApplicationScoped
class Comparing {
    private static final List<String> IDENTITY =
            List.of("name", "model", "brand", "device_group", "category", "claimant");
    private static final List<String> SUPPORT = List.of(
            "status",
            "kind",
            "end_of_security_support",
            "months",
            "general_availability",
            "end_of_sales",
            "end_of_feature_updates");

    private final Products products;
    private final ProductViews views;
    private final Documents documents;
    private final ComparableFields comparableFields;
    private final ObjectMapper mapper;
    private final Day day;

    Comparing(
            Products products,
            ProductViews views,
            Documents documents,
            ComparableFields comparableFields,
            ObjectMapper mapper,
            Day day) {
        this.products = products;
        this.views = views;
        this.documents = documents;
        this.comparableFields = comparableFields;
        this.mapper = mapper;
        this.day = day;
    }

    /** @param view as JSON */
    private record Compared(ProductResponse product, JsonNode view, JsonNode disclosure) {}

    Comparison compare(Map<String, Gtin> asked) {
        LocalDate today = day.today();
        Map<String, UUID> ids =
                products.byGtin(asked.values().stream().map(Gtin::value).toList());
        Map<UUID, ProductState> states = products.find(ids.values());
        List<@Nullable Compared> compared = new ArrayList<>();
        List<Comparison.Column> columns = new ArrayList<>();
        asked.forEach((text, gtin) -> {
            UUID id = ids.get(gtin.value());
            ProductState state = id == null ? null : states.get(id);
            Compared one = state == null ? null : compared(state, today);
            compared.add(one);
            columns.add(column(text, one));
        });
        return new Comparison(today, columns, rows(compared));
    }

    private Compared compared(ProductState state, LocalDate today) {
        ProductResponse view = views.views(List.of(state), today).getFirst();
        JsonNode disclosure = state.disclosure() == null
                ? MissingNode.getInstance()
                : documents.read(state.disclosure().document().sha256());
        return new Compared(view, mapper.valueToTree(view), disclosure);
    }

    private static Comparison.Column column(String gtin, @Nullable Compared compared) {
        if (compared == null) {
            return new Comparison.Column(gtin, "not_listed", null, null, null);
        }
        ProductResponse product = compared.product();
        return new Comparison.Column(
                gtin,
                result(product.listing()),
                product.id(),
                product.name(),
                product.labelUrl().toString());
    }

    private static String result(ProductResponse.ListingView listing) {
        if (listing.standing().state() == StandingState.REVOKED) {
            return "revoked";
        }
        return listing.state() == ListingState.WITHDRAWN ? "withdrawn" : "found";
    }

    private List<Comparison.Row> rows(List<@Nullable Compared> compared) {
        return Stream.of(
                        IDENTITY.stream()
                                .map(field -> row("identity", field, compared, c -> c.view()
                                        .path(field))),
                        Stream.of(row("identity", "manufacturer", compared, c -> c.view()
                                .at("/manufacturer/name"))),
                        SUPPORT.stream()
                                .map(field -> row("support", field, compared, c -> c.view()
                                        .at("/support/" + field))),
                        comparableFields.fields().stream()
                                .map(field -> row("disclosure", field.name(), compared, c -> field.value()
                                        .apply(c.disclosure()))))
                .flatMap(rows -> rows)
                .filter(Comparison.Row::saysAnything)
                .toList();
    }

    private static Comparison.Row row(
            String section, String field, List<@Nullable Compared> compared, Function<Compared, JsonNode> value) {
        JsonNode[] values = new JsonNode[compared.size()];
        for (int i = 0; i < values.length; i++) {
            Compared one = compared.get(i);
            if (one != null) {
                JsonNode found = value.apply(one);
                values[i] = found.isMissingNode() || found.isNull() ? TextNode.valueOf("not_stated") : found;
            }
        }
        return Comparison.Row.of(section, field, Arrays.asList(values));
    }
}
