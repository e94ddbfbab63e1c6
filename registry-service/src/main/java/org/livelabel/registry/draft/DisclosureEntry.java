package org.livelabel.registry.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.disclosure.ChangeCode;
import org.livelabel.registry.disclosure.Declaration;
import org.livelabel.registry.disclosure.DisclosureChanges;
import org.livelabel.registry.disclosure.Finding;
import org.livelabel.registry.disclosure.Materiality;
import org.livelabel.registry.entry.About;
import org.livelabel.registry.entry.Claimant;
import org.livelabel.registry.entry.DisclosurePublished;
import org.livelabel.registry.entry.DocumentRef;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Texts;
import org.livelabel.registry.product.ProductState;

/** What a draft's disclosure changes, and how the entry says it. */
@ApplicationScoped
class DisclosureEntry {
    private final DisclosureChanges changes;
    private final ObjectMapper mapper;

    DisclosureEntry(DisclosureChanges changes, ObjectMapper mapper) {
        this.changes = changes;
        this.mapper = mapper;
    }

    /** Empty if the draft says nothing new here. */
    Optional<DisclosureAssessment> assess(
            DraftContent content, Claimant claimant, @Nullable ProductState published, Texts documents) {
        JsonNode after = content.disclosure();
        var last = published == null ? null : published.disclosure();
        // a maker that was handed a product may say the same as the operator before: then it is the maker's word
        if (after == null
                || last != null
                        && last.claimant() == claimant
                        && last.document().equals(Documents.refTo(after))) {
            return Optional.empty();
        }
        JsonNode before =
                last == null ? null : documents.readIfShown(last.document().sha256());
        List<Finding> findings = changes.between(before, after);
        return Optional.of(new DisclosureAssessment(
                last == null ? 1 : last.version() + 1,
                before,
                after,
                findings,
                Materiality.of(findings, Declaration.of(content.materiality()))));
    }

    /** Codes and digests only: the reasons of what is contested go into a document of their own. */
    DisclosurePublished entry(About about, DisclosureAssessment assessment, Function<JsonNode, DocumentRef> keep) {
        Materiality materiality = assessment.materiality();
        DocumentRef notes = null;
        if (!materiality.contested().isEmpty()) {
            ObjectNode contested = mapper.createObjectNode();
            contested.set("contested", mapper.valueToTree(materiality.contested()));
            notes = keep.apply(contested);
        }
        return new DisclosurePublished(
                about,
                assessment.version(),
                materiality.material(),
                materiality.codes().stream().map(ChangeCode::wireName).toList(),
                notes,
                keep.apply(assessment.after()));
    }
}
