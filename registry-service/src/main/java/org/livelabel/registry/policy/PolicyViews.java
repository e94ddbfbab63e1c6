package org.livelabel.registry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.livelabel.registry.entry.DocumentRef;
import org.livelabel.registry.entry.PolicyPublished;
import org.livelabel.registry.entry.PolicyText;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.organisation.OrganisationFacts;
import org.livelabel.registry.organisation.Organisations;
import org.livelabel.registry.policy.PolicyTimeline.Status;
import org.livelabel.registry.policy.PolicyVersionResponse.Contest;
import org.livelabel.registry.policy.PolicyVersionResponse.TextView;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.product.ProductResponse.OrganisationName;

/** Makes what the API shows: what people wrote from its documents, the status from the day. */
@ApplicationScoped
class PolicyViews {
    private final Policies policies;
    private final Documents documents;
    private final Organisations organisations;
    private final Day day;

    PolicyViews(Policies policies, Documents documents, Organisations organisations, Day day) {
        this.policies = policies;
        this.documents = documents;
        this.organisations = organisations;
        this.day = day;
    }

    static String url(UUID policy) {
        return "/v1/policies/" + policy;
    }

    static String url(PolicyRecord version) {
        return url(version.policyId()) + "/versions/" + version.version();
    }

    /** A version that has just become the latest. */
    PolicyVersionResponse published(PolicyRecord version) {
        PolicyTimeline policy = policies.find(version.policyId(), Day.EVER).orElseThrow();
        return version(version, policy.status(version, day.today()));
    }

    PolicyResponse policy(PolicyTimeline policy, LocalDate day) {
        PolicyRecord latest = policy.latest();
        return new PolicyResponse(
                latest.policyId(),
                name(latest.organisation()),
                latest.kind().wireName(),
                policy.inEffect(day)
                        .map(version -> version(version, Status.IN_EFFECT))
                        .orElse(null),
                upcoming(policy.upcoming(day)),
                latest.version(),
                url(latest.policyId()) + "/versions",
                latest.index());
    }

    PolicyResponse.OfProduct ofProduct(ApplicablePolicies policies, LocalDate day) {
        List<PolicyResponse.Applying> applying = new ArrayList<>();
        long asOfIndex = policies.owners().getLast().fromIndex();
        for (PolicyKind kind : PolicyKind.values()) {
            var now = policies.on(kind, day);
            List<PolicyRecord> later = policies.upcoming(kind, day);
            if (now.isEmpty() && later.isEmpty()) {
                continue;
            }
            applying.add(new PolicyResponse.Applying(
                    kind.wireName(),
                    now.map(applied -> name(applied.version().organisation())).orElse(null),
                    now.map(applied -> version(applied.version(), Status.IN_EFFECT))
                            .orElse(null),
                    now.filter(ApplicablePolicies.Applied::kept).isPresent(),
                    upcoming(later),
                    "/v1/products/" + policies.product() + "/policies/" + kind.wireName() + "/versions"));
        }
        for (PolicyRecord version : policies.versions()) {
            asOfIndex = Math.max(asOfIndex, version.index());
        }
        return new PolicyResponse.OfProduct(policies.product(), day, applying, asOfIndex);
    }

    PolicyVersionResponse version(PolicyRecord version, Status status) {
        JsonNode notes = documents.read(version.notes().sha256());
        return new PolicyVersionResponse(
                version.policyId(),
                version.kind().wireName(),
                version.version(),
                status,
                version.publishedAt(),
                version.effectiveOn(),
                version.forAll() ? PolicyPublished.ALL : PolicyPublished.NAMED,
                version.forAll() ? null : version.products(),
                version.material(),
                version.declaredMaterial(),
                version.changeCodes(),
                version.detectedCodes(),
                version.contestedCodes().stream()
                        .map(code -> new Contest(code, notes.path("contested").get(code)))
                        .toList(),
                notes.get("title"),
                notes.get("summary"),
                version.texts().stream().map(text -> text(text, notes)).toList(),
                url(version),
                version.index());
    }

    private List<PolicyVersionResponse> upcoming(List<PolicyRecord> versions) {
        return versions.stream()
                .map(version -> version(version, Status.UPCOMING))
                .toList();
    }

    private static TextView text(PolicyText text, JsonNode notes) {
        DocumentRef document = text.document();
        return new TextView(
                text.language(),
                document.mediaType(),
                document.sha256(),
                document.size(),
                notes.path("sources").path(text.language()).textValue(),
                "/v1/blobs/" + document.sha256());
    }

    private OrganisationName name(UUID organisation) {
        return new OrganisationName(
                organisation,
                organisations.find(organisation).map(OrganisationFacts::name).orElse(""));
    }
}
