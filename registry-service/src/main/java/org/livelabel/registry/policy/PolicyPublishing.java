package org.livelabel.registry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.entry.About;
import org.livelabel.registry.entry.PolicyPublished;
import org.livelabel.registry.entry.PolicyText;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.publishing.Actor;
import org.livelabel.registry.publishing.Locks;
import org.livelabel.registry.publishing.Outcome;
import org.livelabel.registry.publishing.Publishing;

/** Publishes a version of a policy, with its texts. */
@ApplicationScoped
class PolicyPublishing {
    private final PolicyPlanning planning;
    private final PolicyViews views;
    private final Documents documents;
    private final Publishing publishing;
    private final Supplier<UUID> newIds;
    private final ObjectMapper mapper;

    PolicyPublishing(
            PolicyPlanning planning,
            PolicyViews views,
            Documents documents,
            Publishing publishing,
            Supplier<UUID> newIds,
            ObjectMapper mapper) {
        this.planning = planning;
        this.views = views;
        this.documents = documents;
        this.publishing = publishing;
        this.newIds = newIds;
        this.mapper = mapper;
    }

    /** @param request the body as it was sent, which the key stands for */
    JsonNode publish(Actor publisher, PolicyInput input, JsonNode request, String key) {
        UUID organisation = publisher.organisation();
        return publishing.once(publisher, key, "publish policy " + request, Locks.organisation(organisation), () -> {
            PolicyPlan plan = planning.plan(organisation, input);
            if (plan.changesNothing()) {
                throw Problem.of(
                        ProblemType.NOTHING_TO_PUBLISH,
                        "This is what version " + input.supersedes() + " says already. Change something first.");
            }
            return Outcome.of(
                    entry(organisation, plan),
                    published -> views.published(
                            PolicyRecord.of(input.kind(), published.publishedAt(), published.index(), (PolicyPublished)
                                    published.entry())));
        });
    }

    private PolicyPublished entry(UUID organisation, PolicyPlan plan) {
        PolicyInput input = plan.input();
        return new PolicyPublished(
                new About(Subject.organisation(organisation), organisation, organisation),
                input.effectiveOn(),
                plan.previous() == null ? newIds.get() : plan.previous().policyId(),
                input.kind().wireName(),
                plan.version(),
                input.forAll() ? PolicyPublished.ALL : PolicyPublished.NAMED,
                input.forAll() ? List.of() : input.products(),
                plan.material(),
                input.material(),
                codes(input.changeCodes()),
                codes(plan.detected()),
                List.copyOf(input.contested().keySet()),
                input.texts().stream()
                        .map(text -> new PolicyText(text.language(), documents.store(text.text(), text.mediaType())))
                        .toList(),
                documents.store(notes(input)));
    }

    private static List<String> codes(List<PolicyChange> codes) {
        return codes.stream().map(PolicyChange::wireName).toList();
    }

    /** What a person wrote beside the texts. */
    private ObjectNode notes(PolicyInput input) {
        ObjectNode notes = mapper.createObjectNode();
        if (input.title() != null) {
            notes.set("title", input.title());
        }
        if (input.summary() != null) {
            notes.set("summary", input.summary());
        }
        if (!input.contested().isEmpty()) {
            notes.set("contested", mapper.valueToTree(input.contested()));
        }
        ObjectNode sources = mapper.createObjectNode();
        for (PolicyInput.Text text : input.texts()) {
            if (text.sourceUrl() != null) {
                sources.put(text.language(), text.sourceUrl());
            }
        }
        if (!sources.isEmpty()) {
            notes.set("sources", sources);
        }
        return notes;
    }
}
