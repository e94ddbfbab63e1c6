package org.livelabel.registry.policy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.conduct.problem.Violation;
import org.livelabel.registry.organisation.Organisations;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.Products;

/** Checks a policy against what is published, and says what publishing it would do. Writes nothing. */
@ApplicationScoped
class PolicyPlanning {
    private final Policies policies;
    private final DetectedChanges detectedChanges;
    private final Products products;
    private final Organisations organisations;
    private final PolicyDiffs diffs;

    PolicyPlanning(
            Policies policies,
            DetectedChanges detectedChanges,
            Products products,
            Organisations organisations,
            PolicyDiffs diffs) {
        this.policies = policies;
        this.detectedChanges = detectedChanges;
        this.products = products;
        this.organisations = organisations;
        this.diffs = diffs;
    }

    /** @throws HttpProblem 409 if there is such a policy, 412 if somebody was faster, 422 for what does not fit */
    @Transactional
    PolicyPlan plan(UUID organisation, PolicyInput input) {
        if (organisations.find(organisation).isEmpty()) {
            throw Problem.of(
                    ProblemType.ORGANISATION_NOT_PUBLISHED,
                    "Your organisation's own facts are still on their way. Try again in a minute.");
        }
        PolicyRecord previous = previous(organisation, input);
        requireOwnProducts(organisation, input.products());
        requireNoOther(organisation, input);
        List<PolicyChange> detected = previous == null
                ? List.of()
                : detectedChanges.since(previous.index(), organisation, input.kind(), input.forAll(), input.products());
        requireDetected(input, detected);
        return new PolicyPlan(input, previous, detected);
    }

    /** @throws HttpProblem as {@link #plan} does */
    @Transactional
    PolicyPreview preview(UUID organisation, PolicyInput input) {
        PolicyPlan plan = plan(organisation, input);
        return PolicyPreview.of(plan, text -> diffs.preview(plan.previous(), text));
    }

    private @Nullable PolicyRecord previous(UUID organisation, PolicyInput input) {
        if (input.policyId() == null) {
            return null;
        }
        PolicyRecord latest = policies.find(input.policyId(), Day.EVER)
                .map(PolicyTimeline::latest)
                .filter(version -> version.organisation().equals(organisation))
                .orElseThrow(() ->
                        Problem.at(ProblemType.INVALID_CONTENT, "/policy_id", "is not a policy of this organisation"));
        if (latest.kind() != input.kind()) {
            throw Problem.at(
                    ProblemType.INVALID_CONTENT,
                    "/kind",
                    "must stay " + latest.kind().wireName() + "; publish another kind as a policy of its own");
        }
        if (latest.version() != input.supersedes()) {
            throw Problem.at(
                    ProblemType.STALE,
                    "/supersedes",
                    "names version " + input.supersedes() + ", but the latest is version " + latest.version()
                            + ", published at " + latest.publishedAt() + ". Read it at "
                            + PolicyViews.url(latest) + ", put your change into it, and send that");
        }
        return latest;
    }

    private void requireOwnProducts(UUID organisation, List<UUID> named) {
        Map<UUID, ProductState> known = products.find(named);
        List<Violation> violations = new ArrayList<>();
        for (UUID product : named) {
            ProductState state = known.get(product);
            if (state == null || !state.manufacturer().equals(organisation)) {
                violations.add(
                        new Violation("/products", product + " is not a published product of this organisation"));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.of(ProblemType.INVALID_CONTENT, violations);
        }
    }

    /** A product has one policy of a kind that names it, and an organisation one that is for all: nobody must guess. */
    private void requireNoOther(UUID organisation, PolicyInput input) {
        for (PolicyTimeline policy : policies.of(organisation, input.kind())) {
            PolicyRecord other = policy.latest();
            if (other.policyId().equals(input.policyId())) {
                continue;
            }
            if (input.forAll() && other.forAll()) {
                throw Problem.at(
                        ProblemType.POLICY_EXISTS,
                        "/applies_to",
                        "is all, and so is that of policy " + other.policyId()
                                + ". Publish a new version of it: send its policy_id and supersedes "
                                + other.version());
            }
            for (UUID product : input.products()) {
                if (!other.forAll() && other.appliesTo(product)) {
                    throw Problem.at(
                            ProblemType.POLICY_EXISTS,
                            "/products",
                            "names " + product + ", and so does policy " + other.policyId()
                                    + ". Publish a version of that one without it first");
                }
            }
        }
    }

    private static void requireDetected(PolicyInput input, List<PolicyChange> detected) {
        List<String> codes = detected.stream().map(PolicyChange::wireName).toList();
        List<Violation> violations = input.contested().keySet().stream()
                .filter(code -> !codes.contains(code))
                .map(code -> new Violation(
                        "/contested",
                        code + " was not detected, so there is nothing to contest; detected: "
                                + (codes.isEmpty() ? "nothing" : String.join(", ", codes))))
                .toList();
        if (!violations.isEmpty()) {
            throw Problem.of(ProblemType.INVALID_CONTENT, violations);
        }
    }
}
