package org.livelabel.registry.draft;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.conduct.problem.Violation;
import org.livelabel.gs1.Gtin;
import org.livelabel.gs1.InvalidGtinException;
import org.livelabel.registry.category.Categories;
import org.livelabel.registry.disclosure.Collection;
import org.livelabel.registry.json.Schemas;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.product.Identity;
import org.livelabel.registry.promise.SupportRules;

/**
 * What a draft must keep to before it is stored, whatever is public about its product. Every violation is found in one go.
 */
@ApplicationScoped
public class DraftRules {
    public static final String SCHEMA = "draft/1";
    static final String MATERIALITY = "materiality";
    static final String SUPPORT = "support";
    static final String REASON = "reason";

    private final Schemas schemas;
    private final Categories categories;
    private final Day day;

    DraftRules(Schemas schemas, Categories categories, Day day) {
        this.schemas = schemas;
        this.categories = categories;
        this.day = day;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 with every violation */
    public DraftContent require(String schema, JsonNode draft) {
        List<Violation> violations = new ArrayList<>(schemas.requireShape(schema, draft));
        Identity identity = identity(draft.get("identity"), violations);
        List<String> gtins = gtins(draft.get("gtins"), violations);
        JsonNode support = draft.get("support");
        JsonNode disclosure = draft.get("disclosure");
        SupportRules supportRules = new SupportRules(day.today(), violations);
        var terms = support == null ? null : supportRules.terms(support);
        if (disclosure != null) {
            supportRules.checkProvenances("/disclosure", disclosure);
            if (disclosure.at("/data/collects/answer").asText().equals("no")
                    && !Collection.of(disclosure).practices().isEmpty()) {
                violations.add(new Violation(
                        "/disclosure/data/collects/answer",
                        "says that no data is collected, but practices lists some; remove one or the other"));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.of(ProblemType.INVALID_CONTENT, violations);
        }
        return new DraftContent(
                identity,
                gtins,
                terms,
                support == null ? null : support.get("reason"),
                support != null && SupportRules.correctsError(support),
                disclosure,
                draft.get(MATERIALITY));
    }

    private Identity identity(JsonNode node, List<Violation> violations) {
        String group = node.get("device_group").asText();
        if (!categories.hasDeviceGroup(group)) {
            violations.add(new Violation("/identity/device_group", "is not in the list at /v1/categories"));
        }
        String category = node.get("category").asText();
        if (!categories.hasCategory(category)) {
            violations.add(new Violation("/identity/category", "is not in the list at /v1/categories"));
        }
        return new Identity(
                node.get("name").asText(),
                node.path("model").textValue(),
                node.path("brand").textValue(),
                group,
                category);
    }

    private static @Nullable List<String> gtins(@Nullable JsonNode node, List<Violation> violations) {
        if (node == null) {
            return null;
        }
        List<String> gtins = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            String field = "/gtins/" + i;
            try {
                String gtin = Gtin.parse(node.get(i).asText()).value();
                if (gtins.contains(gtin)) {
                    violations.add(new Violation(field, "stands twice in the list; keep one"));
                }
                gtins.add(gtin);
            } catch (InvalidGtinException e) {
                violations.add(new Violation(field, e.reason()));
            }
        }
        return gtins;
    }
}
