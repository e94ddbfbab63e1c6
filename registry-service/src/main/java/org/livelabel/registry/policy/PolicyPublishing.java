package org.livelabel.registry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Fact;
import org.livelabel.registry.log.PublicationType;
import org.livelabel.registry.log.Subject;
import org.livelabel.registry.problem.Problem;
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
                    fact(organisation, plan), published -> views.published(PolicyRecord.of(published, input.kind())));
        });
    }

    private Fact fact(UUID organisation, PolicyPlan plan) {
        return new Fact(
                PublicationType.POLICY_PUBLISHED,
                Subject.organisation(organisation),
                organisation,
                organisation,
                data(plan));
    }

    private ObjectNode data(PolicyPlan plan) {
        PolicyInput input = plan.input();
        UUID policy = plan.previous() == null ? newIds.get() : plan.previous().policyId();
        ObjectNode data = mapper.createObjectNode()
                .put("effective_on", input.effectiveOn().toString())
                .put("policy", policy.toString())
                .put("kind", input.kind().wireName())
                .put("version", plan.version())
                .put("applies_to", input.forAll() ? PolicyRecord.ALL : PolicyRecord.NAMED);
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

    private JsonNode codes(List<ChangeCode> codes) {
        return mapper.valueToTree(codes.stream().map(ChangeCode::wireName).toList());
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
