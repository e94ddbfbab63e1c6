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
import org.livelabel.registry.entry.Claimant;
import org.livelabel.registry.log.DocumentRef;
import org.livelabel.registry.log.Fact;
import org.livelabel.registry.log.PublicationType;
import org.livelabel.registry.log.Subject;
import org.livelabel.registry.log.Texts;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.product.Identity;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.promise.SupportRecord;
import org.livelabel.registry.promise.SupportTerms;

/** What of a draft is new: one fact for each changed part, none for a part that says what is public already. */
@ApplicationScoped
class DraftFacts {
    private static final String CORRECTED = "corrected";

    private final DisclosureFacts disclosures;
    private final ObjectMapper mapper;
    private final Day day;

    DraftFacts(DisclosureFacts disclosures, ObjectMapper mapper, Day day) {
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
        List<Fact> facts = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        identity(draft, content.identity(), published, keep).ifPresent(facts::add);
        gtins(draft, content.gtins(), published, violations).ifPresent(facts::add);
        support(draft, content, published, keep, violations).ifPresent(facts::add);
        Optional<DisclosureAssessment> disclosure =
                disclosures.assess(content, Claimant.of(draft.manufacturer(), draft.publisher()), published, documents);
        disclosure.ifPresent(assessment -> {
            facts.add(fact(PublicationType.DISCLOSURE_PUBLISHED, draft, disclosures.data(assessment, keep)));
            violations.addAll(assessment.materiality().violations());
        });
        return new DraftChanges(List.copyOf(facts), disclosure.orElse(null), List.copyOf(violations));
    }

    private Optional<Fact> identity(
            Draft draft, Identity identity, @Nullable ProductState published, Function<JsonNode, DocumentRef> keep) {
        if (published != null && published.identity().equals(identity)) {
            return Optional.empty();
        }
        ObjectNode document = mapper.createObjectNode().put("name", identity.name());
        putIfKnown(document, "model", identity.model());
        putIfKnown(document, "brand", identity.brand());
        ObjectNode data = mapper.createObjectNode()
                .put("label_code", draft.labelCode())
                .put("device_group", identity.deviceGroup())
                .put("category", identity.category());
        data.set("document", reference(keep.apply(document)));
        return Optional.of(fact(
                published == null ? PublicationType.PRODUCT_REGISTERED : PublicationType.PRODUCT_CHANGED, draft, data));
    }

    private Optional<Fact> gtins(
            Draft draft, @Nullable List<String> gtins, @Nullable ProductState published, List<Violation> violations) {
        List<String> before = published == null ? List.of() : published.gtins();
        if (gtins == null || gtins.equals(before)) {
            return Optional.empty();
        }
        violations.addAll(ofNoProduct(gtins, before));
        ObjectNode data = mapper.createObjectNode();
        data.set("taken", mapper.valueToTree(without(gtins, before)));
        data.set("released", mapper.valueToTree(without(before, gtins)));
        data.set("gtins", mapper.valueToTree(gtins));
        return Optional.of(fact(PublicationType.GTINS_CHANGED, draft, data));
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

    private Optional<Fact> support(
            Draft draft,
            DraftContent content,
            @Nullable ProductState published,
            Function<JsonNode, DocumentRef> keep,
            List<Violation> violations) {
        SupportTerms terms = content.support();
        SupportRecord before = published == null ? null : published.support();
        Claimant claimant = Claimant.of(draft.manufacturer(), draft.publisher());
        if (terms == null || before != null && before.says(terms) && before.claimant() == claimant) {
            return Optional.empty();
        }
        boolean errorCorrected = content.supportErrorCorrected();
        if (errorCorrected && before == null) {
            violations.add(new Violation(
                    "/support/error_corrected",
                    "has nothing to correct: nothing was published about support before; remove it"));
        }
        String change = change(before, terms, claimant);
        boolean explained = change.equals(SupportRecord.SHORTENED) || change.equals(CORRECTED) || errorCorrected;
        if (change.equals(SupportRecord.SHORTENED) && content.supportReason() == null) {
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
        ObjectNode data = mapper.createObjectNode()
                .put("version", before == null ? 1 : before.version() + 1)
                .put("change", change)
                .put("kind", terms.kind());
        if (errorCorrected) {
            data.putArray("codes").add(SupportRecord.ERROR_CORRECTED);
        }
        putIfKnown(data, "end_of_security_support", terms.endOfSecuritySupport());
        if (terms.months() != null) {
            data.put("months", terms.months());
        }
        putIfKnown(
                data,
                "general_availability",
                terms.generalAvailability() == null
                        ? null
                        : terms.generalAvailability().toString());
        putIfKnown(data, "end_of_sales", terms.endOfSales());
        putIfKnown(data, "end_of_feature_updates", terms.endOfFeatureUpdates());
        data.set("document", reference(keep.apply(document)));
        return Optional.of(fact(PublicationType.SUPPORT_COMMITTED, draft, data));
    }

    /** Only the maker's own word is a promise that can be broken; what an operator wrote down is corrected. */
    private String change(@Nullable SupportRecord before, SupportTerms terms, Claimant claimant) {
        if (before == null || before.claimant() != claimant) {
            return "first";
        }
        if (claimant == Claimant.REGISTRY) {
            return CORRECTED;
        }
        return terms.shortens(before.terms(), day.today()) ? SupportRecord.SHORTENED : "extended";
    }

    private static Fact fact(PublicationType type, Draft draft, ObjectNode data) {
        return new Fact(type, Subject.product(draft.id()), draft.manufacturer(), draft.publisher(), data);
    }

    private JsonNode reference(DocumentRef reference) {
        return mapper.valueToTree(reference);
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
