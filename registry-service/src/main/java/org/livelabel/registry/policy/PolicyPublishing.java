package org.livelabel.registry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.livelabel.conduct.idempotency.Idempotency;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.authority.Membership;
import org.livelabel.registry.entry.PolicyPublished;
import org.livelabel.registry.entry.PublicationType;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Fact;
import org.livelabel.registry.log.LockOrder;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.problem.ProblemType;

/** Publishes a version of a policy: its texts, its entry and the idempotency record in one transaction. */
@ApplicationScoped
class PolicyPublishing {
    private final PolicyPlanning planning;
    private final PolicyViews views;
    private final Documents documents;
    private final PublicationLog log;
    private final Idempotency idempotency;
    private final LockOrder lockOrder;
    private final Supplier<UUID> newIds;
    private final ObjectMapper mapper;

    PolicyPublishing(
            PolicyPlanning planning,
            PolicyViews views,
            Documents documents,
            PublicationLog log,
            Idempotency idempotency,
            LockOrder lockOrder,
            Supplier<UUID> newIds,
            ObjectMapper mapper) {
        this.planning = planning;
        this.views = views;
        this.documents = documents;
        this.log = log;
        this.idempotency = idempotency;
        this.lockOrder = lockOrder;
        this.newIds = newIds;
        this.mapper = mapper;
    }

    /** @param request the body as it was sent, which the key stands for */
    @Transactional
    JsonNode publish(Membership member, PolicyInput input, JsonNode request, String key) {
        return idempotency.once(member.id(), key, "publish policy " + request, () -> {
            lockOrder.organisation(member.id());
            PolicyPlan plan = planning.plan(member.id(), input);
            if (plan.changesNothing()) {
                throw Problem.of(
                        ProblemType.NOTHING_TO_PUBLISH,
                        "This is what version " + input.supersedes() + " says already. Change something first.");
            }
            return views.published(append(member.id(), plan));
        });
    }

    private PolicyRecord append(UUID organisation, PolicyPlan plan) {
        Fact fact = new Fact(
                PublicationType.POLICY_PUBLISHED,
                Subject.organisation(organisation),
                organisation,
                organisation,
                data(plan));
        Publication published = log.append(List.of(fact.entry())).getFirst();
        return PolicyRecord.of(
                plan.input().kind(), published.publishedAt(), published.index(), (PolicyPublished) published.entry());
    }

    private ObjectNode data(PolicyPlan plan) {
        PolicyInput input = plan.input();
        UUID policy = plan.previous() == null ? newIds.get() : plan.previous().policyId();
        ObjectNode data = mapper.createObjectNode()
                .put("effective_on", input.effectiveOn().toString())
                .put("policy", policy.toString())
                .put("kind", input.kind().wireName())
                .put("version", plan.version())
                .put("applies_to", input.forAll() ? PolicyPublished.ALL : PolicyPublished.NAMED);
        if (!input.forAll()) {
            data.set("products", mapper.valueToTree(input.products()));
        }
        data.put("material", plan.material());
        data.put("declared_material", input.material());
        data.set("change_codes", codes(input.changeCodes()));
        data.set("detected_codes", codes(plan.detected()));
        data.set("contested_codes", mapper.valueToTree(input.contested().keySet()));
        ArrayNode texts = data.putArray("texts");
        for (PolicyInput.Text text : input.texts()) {
            texts.addObject()
                    .put("language", text.language())
                    .set("document", mapper.valueToTree(documents.store(text.text(), text.mediaType())));
        }
        data.set("document", mapper.valueToTree(documents.store(notes(input))));
        return data;
    }

    private JsonNode codes(List<PolicyChange> codes) {
        return mapper.valueToTree(codes.stream().map(PolicyChange::wireName).toList());
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
