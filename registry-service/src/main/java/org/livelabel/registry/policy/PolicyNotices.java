package org.livelabel.registry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.livelabel.registry.log.Documents;

/** The latest versions of policies, the newest first. */
@ApplicationScoped
public class PolicyNotices {
    private final Policies policies;
    private final Documents documents;

    PolicyNotices(Policies policies, Documents documents) {
        this.policies = policies;
        this.documents = documents;
    }

    @Transactional
    public List<PolicyNotice> ofOrganisation(UUID organisation, int limit) {
        return notices(policies.latestOf(organisation, limit));
    }

    /** Of every policy that ever applied to a product. */
    @Transactional
    public List<PolicyNotice> ofProduct(UUID product, int limit) {
        return notices(policies.latestFor(product, limit));
    }

    private List<PolicyNotice> notices(List<PolicyRecord> versions) {
        Map<String, JsonNode> notes = documents.read(
                versions.stream().map(version -> version.notes().sha256()).toList());
        return versions.stream()
                .map(version -> notice(
                        version,
                        Objects.requireNonNull(notes.get(version.notes().sha256()))))
                .toList();
    }

    private static PolicyNotice notice(PolicyRecord version, JsonNode notes) {
        int number = version.version();
        return new PolicyNotice(
                version.index(),
                version.publishedAt(),
                version.kind(),
                version.material(),
                version.kind().title() + ", version " + number + ", in effect from " + version.effectiveOn()
                        + (version.material() ? ": an important change" : ""),
                notes.get("summary"),
                PolicyViews.url(version),
                number == 1
                        ? null
                        : PolicyViews.url(version.policyId()) + "/diff.html?from=" + (number - 1) + "&to=" + number);
    }
}
