package org.livelabel.registry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.conduct.problem.Violation;
import org.livelabel.registry.entry.PolicyPublished;
import org.livelabel.registry.json.Schemas;
import org.livelabel.registry.json.Years;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Day;

/** What a policy must keep to, as far as that does not depend on what is published. Every violation in one go. */
@ApplicationScoped
class PolicyRules {
    static final String SCHEMA = "policy/1";
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final int YEARS_AHEAD = 5;

    private final Schemas schemas;
    private final Day day;

    PolicyRules(Schemas schemas, Day day) {
        this.schemas = schemas;
        this.day = day;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 with every violation */
    PolicyInput require(JsonNode policy) {
        List<Violation> violations = new ArrayList<>(schemas.requireShape(SCHEMA, policy));
        boolean isNew = isNew(policy, violations);
        effectiveOn(policy, violations);
        List<PolicyChange> changeCodes = changeCodes(policy, isNew, violations);
        boolean forAll = policy.get("applies_to").asText().equals(PolicyPublished.ALL);
        if (forAll == policy.has("products")) {
            violations.add(new Violation(
                    "/products",
                    forAll
                            ? "does not go with applies_to all; remove it, or write named"
                            : "is missing; name the products that it applies to"));
        }
        Map<String, JsonNode> contested = contested(policy, isNew, violations);
        List<PolicyInput.Text> texts = texts(policy.get("texts"), violations);
        if (!violations.isEmpty()) {
            throw Problem.of(ProblemType.INVALID_CONTENT, violations);
        }
        List<UUID> products = new ArrayList<>();
        policy.path("products").forEach(product -> products.add(UUID.fromString(product.asText())));
        return new PolicyInput(
                isNew ? null : UUID.fromString(policy.get("policy_id").asText()),
                isNew ? 0 : policy.get("supersedes").asInt(),
                PolicyKind.fromWireName(policy.get("kind").asText()).orElseThrow(),
                LocalDate.parse(policy.get("effective_on").asText()),
                policy.get("material").asBoolean(),
                changeCodes,
                forAll,
                products.stream().distinct().sorted().toList(),
                texts,
                policy.get("title"),
                policy.get("summary"),
                contested);
    }

    private static boolean isNew(JsonNode policy, List<Violation> violations) {
        boolean isNew = !policy.has("policy_id");
        if (isNew == policy.has("supersedes")) {
            violations.add(new Violation(
                    "/supersedes",
                    isNew
                            ? "goes with policy_id; name the policy, or remove it for a new one"
                            : "is missing: the number of the version that you have read and want to replace"));
        }
        if (!isNew && !policy.has("summary")) {
            violations.add(new Violation("/summary", "is missing: say in plain words what changed"));
        }
        return isNew;
    }

    private void effectiveOn(JsonNode policy, List<Violation> violations) {
        LocalDate effectiveOn = LocalDate.parse(policy.get("effective_on").asText());
        if (!Years.hold(effectiveOn)) {
            // is said already
            return;
        }
        if (effectiveOn.isBefore(EARLIEST)) {
            violations.add(new Violation("/effective_on", "is before " + EARLIEST + "; check the year"));
        }
        if (effectiveOn.isAfter(day.today().plusYears(YEARS_AHEAD))) {
            violations.add(new Violation(
                    "/effective_on", "is more than " + YEARS_AHEAD + " years ahead; publish it when it is nearer"));
        }
    }

    private static List<PolicyChange> changeCodes(JsonNode policy, boolean isNew, List<Violation> violations) {
        List<PolicyChange> codes = new ArrayList<>();
        policy.path("change_codes")
                .forEach(code -> PolicyChange.fromWireName(code.asText()).ifPresent(codes::add));
        if (isNew != codes.isEmpty()) {
            violations.add(new Violation(
                    "/change_codes",
                    isNew
                            ? "goes with a new version; nothing comes before this one, so remove it"
                            : "is missing: name at least one, editorial if only the wording changed"));
        }
        return codes.stream().sorted().toList();
    }

    private static Map<String, JsonNode> contested(JsonNode policy, boolean isNew, List<Violation> violations) {
        Map<String, JsonNode> contested = new LinkedHashMap<>();
        for (JsonNode contest : policy.path("contested")) {
            contested.put(contest.get("code").asText(), contest.get("reason"));
        }
        if (contested.size() < policy.path("contested").size()) {
            violations.add(new Violation("/contested", "names a code twice; keep one reason for each"));
        }
        if (isNew && !contested.isEmpty()) {
            violations.add(new Violation("/contested", "goes with a new version; nothing is detected for the first"));
        }
        return contested;
    }

    private static List<PolicyInput.Text> texts(JsonNode array, List<Violation> violations) {
        List<PolicyInput.Text> texts = new ArrayList<>();
        Set<String> languages = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            String field = "/texts/" + i;
            if (!languages.add(array.get(i).get("language").asText())) {
                violations.add(new Violation(field + "/language", "stands twice; there is one text for a language"));
            }
            String text = field + "/text";
            // one that its characters spoil is not looked at further
            if (violations.stream().noneMatch(violation -> violation.field().equals(text))) {
                PolicyTextRules.text(array.get(i), text, violations).ifPresent(texts::add);
            }
        }
        return texts;
    }
}
