package org.livelabel.registry.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Violation;
import org.livelabel.gs1.Gtin;
import org.livelabel.registry.entry.About;
import org.livelabel.registry.entry.Claimant;
import org.livelabel.registry.entry.DocumentRef;
import org.livelabel.registry.entry.Entry;
import org.livelabel.registry.entry.GtinsChanged;
import org.livelabel.registry.entry.ProductChanged;
import org.livelabel.registry.entry.ProductRegistered;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.entry.SupportCommitted;
import org.livelabel.registry.log.Texts;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.product.Identity;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.promise.SupportRecord;
import org.livelabel.registry.promise.SupportTerms;

/** What of a draft is new: one entry for each changed part, none for a part that says what is public already. */
@ApplicationScoped
class DraftEntries {
    private final DisclosureEntry disclosures;
    private final ObjectMapper mapper;
    private final Day day;

    DraftEntries(DisclosureEntry disclosures, ObjectMapper mapper, Day day) {
        this.disclosures = disclosures;
        this.mapper = mapper;
        this.day = day;
    }

    /**
     * @param documents what is public says these
     * @param keep stores a document, or only says how it would be named
     */
    DraftChanges changes(
            Draft draft,
            DraftContent content,
            @Nullable ProductState published,
            Texts documents,
            Function<JsonNode, DocumentRef> keep) {
        About about = new About(Subject.product(draft.id()), draft.manufacturer(), draft.publisher());
        List<Entry> entries = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        identity(about, draft.labelCode(), content.identity(), published, keep).ifPresent(entries::add);
        gtins(about, content.gtins(), published, violations).ifPresent(entries::add);
        support(about, content, published, keep, violations).ifPresent(entries::add);
        Optional<DisclosureAssessment> disclosure = disclosures.assess(content, about.claimant(), published, documents);
        disclosure.ifPresent(assessment -> {
            entries.add(disclosures.entry(about, assessment, keep));
            violations.addAll(assessment.materiality().violations());
        });
        return new DraftChanges(List.copyOf(entries), disclosure.orElse(null), List.copyOf(violations));
    }

    private Optional<Entry> identity(
            About about,
            String labelCode,
            Identity identity,
            @Nullable ProductState published,
            Function<JsonNode, DocumentRef> keep) {
        if (published != null && published.identity().equals(identity)) {
            return Optional.empty();
        }
        ObjectNode document = mapper.createObjectNode().put("name", identity.name());
        putIfKnown(document, "model", identity.model());
        putIfKnown(document, "brand", identity.brand());
        DocumentRef kept = keep.apply(document);
        return Optional.of(
                published == null
                        ? new ProductRegistered(about, labelCode, identity.deviceGroup(), identity.category(), kept)
                        : new ProductChanged(about, labelCode, identity.deviceGroup(), identity.category(), kept));
    }

    private static Optional<Entry> gtins(
            About about, @Nullable List<String> gtins, @Nullable ProductState published, List<Violation> violations) {
        List<String> before = published == null ? List.of() : published.gtins();
        if (gtins == null || gtins.equals(before)) {
            return Optional.empty();
        }
        violations.addAll(ofNoProduct(gtins, before));
        return Optional.of(new GtinsChanged(about, null, without(gtins, before), without(before, gtins), gtins));
    }

    /** Only of those that are taken anew: a product keeps what it has, whatever was learnt of such numbers since. */
    static List<Violation> ofNoProduct(List<String> gtins, List<String> before) {
        List<Violation> violations = new ArrayList<>();
        for (String gtin : without(gtins, before)) {
            String field = "/gtins/" + gtins.indexOf(gtin);
            new Gtin(gtin).whyNoProduct().ifPresent(why -> violations.add(new Violation(field, why)));
        }
        return violations;
    }

    private Optional<Entry> support(
            About about,
            DraftContent content,
            @Nullable ProductState published,
            Function<JsonNode, DocumentRef> keep,
            List<Violation> violations) {
        SupportTerms terms = content.support();
        SupportRecord before = published == null ? null : published.support();
        if (terms == null || before != null && before.says(terms) && before.claimant() == about.claimant()) {
            return Optional.empty();
        }
        boolean errorCorrected = content.supportErrorCorrected();
        if (errorCorrected && before == null) {
            violations.add(new Violation(
                    "/support/error_corrected",
                    "has nothing to correct: nothing was published about support before; remove it"));
        }
        String change = change(before, terms, about.claimant());
        boolean explained = change.equals(SupportCommitted.SHORTENED)
                || change.equals(SupportCommitted.CORRECTED)
                || errorCorrected;
        if (change.equals(SupportCommitted.SHORTENED) && content.supportReason() == null) {
            violations.add(
                    new Violation(
                            "/support/reason",
                            "is missing: this promises less than before, and people will see both. Say why, or keep the promise"));
        }
        ObjectNode document = mapper.createObjectNode();
        document.set("provenance", terms.provenance());
        if (terms.afterEnd() != null) {
            document.set("after_end", terms.afterEnd());
        }
        if (explained && content.supportReason() != null) {
            document.set("reason", content.supportReason());
        }
        return Optional.of(new SupportCommitted(
                about,
                before == null ? 1 : before.version() + 1,
                change,
                terms.kind(),
                errorCorrected ? List.of(SupportCommitted.ERROR_CORRECTED) : List.of(),
                terms.endOfSecuritySupport(),
                terms.months(),
                terms.generalAvailability(),
                terms.endOfSales(),
                terms.endOfFeatureUpdates(),
                keep.apply(document)));
    }

    /** Only the maker's own word is a promise that can be broken; what an operator wrote down is corrected. */
    private String change(@Nullable SupportRecord before, SupportTerms terms, Claimant claimant) {
        if (before == null || before.claimant() != claimant) {
            return SupportCommitted.FIRST;
        }
        if (claimant == Claimant.REGISTRY) {
            return SupportCommitted.CORRECTED;
        }
        return terms.shortens(before.terms(), day.today()) ? SupportCommitted.SHORTENED : SupportCommitted.EXTENDED;
    }

    private static void putIfKnown(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }

    static List<String> without(List<String> all, List<String> some) {
        return all.stream().filter(one -> !some.contains(one)).toList();
    }
}
