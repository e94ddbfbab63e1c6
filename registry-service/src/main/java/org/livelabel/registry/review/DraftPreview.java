package org.livelabel.registry.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Violation;
import org.livelabel.registry.disclosure.ChangeCode;
import org.livelabel.registry.disclosure.Contest;
import org.livelabel.registry.draft.DisclosureAssessment;
import org.livelabel.registry.draft.Draft;
import org.livelabel.registry.draft.DraftChanges;
import org.livelabel.registry.draft.DraftContent;
import org.livelabel.registry.draft.DraftPublishing;
import org.livelabel.registry.draft.Drafts;
import org.livelabel.registry.entry.DisclosurePublished;
import org.livelabel.registry.entry.Entry;
import org.livelabel.registry.entry.GtinsChanged;
import org.livelabel.registry.entry.ProductDescribed;
import org.livelabel.registry.entry.SupportCommitted;
import org.livelabel.registry.json.JsonPatches;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.Products;
import org.livelabel.registry.promise.SupportTerms;

/** What publishing a draft would change, by the same code that publishes it. Writes nothing. */
@ApplicationScoped
class DraftPreview {
    private final Drafts drafts;
    private final DraftPublishing publishing;
    private final Products products;
    private final Documents documents;
    private final ObjectMapper mapper;

    DraftPreview(
            Drafts drafts, DraftPublishing publishing, Products products, Documents documents, ObjectMapper mapper) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.products = products;
        this.documents = documents;
        this.mapper = mapper;
    }

    @Transactional
    Preview of(UUID product) {
        Draft draft = drafts.get(product);
        DraftContent content = drafts.content(draft);
        ProductState published = products.find(product).orElse(null);
        DraftChanges changes = publishing.changes(draft, content, published);
        List<Part> parts = changes.entries().stream()
                .map(entry -> part(entry, content, published, changes.disclosure()))
                .toList();
        List<Violation> obstacles = new ArrayList<>(changes.violations());
        if (!parts.isEmpty()) {
            obstacles.addAll(refusal(draft, content, published));
        }
        return new Preview(
                draft.version(),
                !parts.isEmpty() && obstacles.isEmpty(),
                parts,
                obstacles.stream().map(Obstacle::of).toList());
    }

    private List<Violation> refusal(Draft draft, DraftContent content, @Nullable ProductState published) {
        try {
            publishing.requirePublishable(draft, content, published, products);
            return List.of();
        } catch (HttpProblem problem) {
            return problem.getParameters().get("violations") instanceof List<?> violations
                    ? violations.stream().map(Violation.class::cast).toList()
                    : List.of(new Violation("/", Objects.requireNonNullElse(problem.getDetail(), "")));
        }
    }

    private Part part(
            Entry entry,
            DraftContent content,
            @Nullable ProductState published,
            @Nullable DisclosureAssessment disclosure) {
        String type = entry.type().wireName();
        return switch (entry) {
            case ProductDescribed _ ->
                Part.plain(
                        "identity",
                        type,
                        PartSummaries.identity(published == null ? null : published.identity(), content.identity()),
                        patch(published == null ? null : published.identity(), content.identity()));
            case GtinsChanged gtins ->
                Part.plain(
                        "gtins",
                        type,
                        PartSummaries.gtins(gtins),
                        patch(published == null ? null : published.gtins(), gtins.gtins()));
            case SupportCommitted support -> support(support, published, Objects.requireNonNull(content.support()));
            case DisclosurePublished _ -> disclosure(type, Objects.requireNonNull(disclosure));
            default -> throw new IllegalStateException("a draft has no part for " + type);
        };
    }

    private Part support(SupportCommitted entry, @Nullable ProductState published, SupportTerms terms) {
        var before = published == null || published.support() == null
                ? null
                : published.support().terms();
        boolean shortening = entry.isShortening();
        return new Part(
                "support",
                entry.type().wireName(),
                PartSummaries.support(entry, before, terms),
                shortening ? List.of(ChangeCode.SUPPORT_SHORTENED) : List.of(),
                shortening,
                shortening,
                List.of(),
                patch(before, terms));
    }

    private static Part disclosure(String type, DisclosureAssessment assessment) {
        return new Part(
                "disclosure",
                type,
                PartSummaries.disclosure(assessment),
                assessment.materiality().codes(),
                assessment.materiality().material(),
                false,
                assessment.materiality().contested(),
                JsonPatches.between(assessment.before(), assessment.after()));
    }

    private JsonNode patch(@Nullable Object before, Object after) {
        return JsonPatches.between(before == null ? null : tree(before), tree(after));
    }

    /** Without members that say nothing. */
    private JsonNode tree(Object value) {
        JsonNode tree = mapper.valueToTree(value);
        if (tree instanceof ObjectNode object) {
            object.properties().removeIf(member -> member.getValue().isNull());
        }
        return tree;
    }

    /**
     * @param publishable whether publishing would succeed now, if nothing changes meanwhile
     * @param obstacles what has to be mended first
     */
    @Schema(name = "Preview")
    record Preview(int draftVersion, boolean publishable, List<Part> changes, List<Obstacle> obstacles) {}

    /**
     * @param field a JSON Pointer into the draft
     * @param message what is wrong and what to write instead
     */
    @Schema(name = "Obstacle")
    record Obstacle(String field, String message) {
        static Obstacle of(Violation violation) {
            return new Obstacle(violation.field(), violation.message());
        }
    }

    /**
     * @param part identity, gtins, support or disclosure
     * @param type of the entry that would be written
     * @param summary sentences in plain English
     * @param shortening whether it promises less than before
     * @param patch RFC 6902, from what is public to what would be
     */
    @Schema(name = "PreviewedChange")
    record Part(
            String part,
            String type,
            List<String> summary,
            List<ChangeCode> changeCodes,
            boolean material,
            boolean shortening,
            List<Contest> contested,

            @Schema(implementation = Object[].class) JsonNode patch) {
        static Part plain(String part, String type, List<String> summary, JsonNode patch) {
            return new Part(part, type, summary, List.of(), false, false, List.of(), patch);
        }
    }
}
