package org.livelabel.registry.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.conduct.problem.Violation;
import org.livelabel.registry.log.DocumentRef;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Fact;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.log.Texts;
import org.livelabel.registry.organisation.OrganisationFacts;
import org.livelabel.registry.organisation.Organisations;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.Products;
import org.livelabel.registry.product.PublicProducts;
import org.livelabel.registry.product.SupportRecord;
import org.livelabel.texts.LabelCode;

/** Makes, writes and publishes drafts. Each method runs in one transaction; whoever calls has checked who may. */
@ApplicationScoped
class Drafts {
    private final DraftRepository rows;
    private final DraftFacts draftFacts;
    private final DraftRules rules;
    private final Products products;
    private final Organisations organisations;
    private final Documents documents;
    private final PublicationLog log;
    private final Supplier<UUID> newIds;
    private final RandomGenerator chance;
    private final Clock clock;

    Drafts(
            DraftRepository rows,
            DraftFacts draftFacts,
            DraftRules rules,
            Products products,
            Organisations organisations,
            Documents documents,
            PublicationLog log,
            Supplier<UUID> newIds,
            RandomGenerator chance,
            Clock clock) {
        this.rows = rows;
        this.draftFacts = draftFacts;
        this.rules = rules;
        this.products = products;
        this.organisations = organisations;
        this.documents = documents;
        this.log = log;
        this.newIds = newIds;
        this.chance = chance;
        this.clock = clock;
    }

    /** An id and a label code; nothing public yet. */
    @Transactional(Transactional.TxType.MANDATORY)
    Draft create(UUID publisher, UUID manufacturer, @Nullable String productRef) {
        if (productRef != null && rows.lockByRef(publisher, productRef).isPresent()) {
            throw Problem.at(ProblemType.PRODUCT_REF_TAKEN, "/product_ref", "is the name of another of your products");
        }
        Draft draft = begun(publisher, manufacturer, productRef);
        rows.persist(draft);
        return draft;
    }

    /** The same without storing it. */
    Draft begun(UUID publisher, UUID manufacturer, @Nullable String productRef) {
        Draft draft = new Draft();
        draft.id = newIds.get();
        draft.labelCode = LabelCode.draw(chance);
        draft.publisherId = publisher;
        draft.manufacturerId = manufacturer;
        draft.productRef = productRef;
        draft.sortName = productRef == null ? "" : productRef.toLowerCase(Locale.ROOT);
        draft.createdAt = clock.instant();
        draft.updatedAt = draft.createdAt;
        return draft;
    }

    Rehearsal rehearsal() {
        return new Rehearsal(products, documents);
    }

    /** @throws HttpProblem 422 if it takes a GTIN under which no product is sold */
    @Transactional(Transactional.TxType.MANDATORY)
    void write(Draft draft, DraftContent content, JsonNode json) {
        write(draft, content, json, products);
    }

    /** The same, if this were public. */
    void write(Draft draft, DraftContent content, JsonNode json, PublicProducts known) {
        requireProducts(draft, content.gtins(), known);
        draft.content = json.toString();
        draft.name = content.identity().name();
        draft.category = content.identity().category();
        draft.sortName = draft.name.toLowerCase(Locale.ROOT);
        draft.draftVersion++;
        draft.updatedAt = clock.instant();
    }

    /** What the draft says, checked again: the rules may have grown since it was written. */
    DraftContent content(Draft draft) {
        if (draft.content == null) {
            throw Problem.of(
                    ProblemType.NOTHING_TO_PUBLISH, "The draft is empty. Write it first with PUT, then publish.");
        }
        return rules.require(DraftRules.SCHEMA, StrictJson.parse(draft.content));
    }

    /**
     * Publishes what is new in the draft.
     *
     * @return one publication for each changed part; none if nothing is new
     * @throws HttpProblem 409 if a GTIN leads elsewhere, or the organisation is not public yet; 422 if a shorter promise or
     *     a contested rule lacks its reason
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Publication> publish(Draft draft, DraftContent content) {
        List<Fact> facts = facts(draft, content, products, documents, documents::store);
        // may make a version of its own, which is the one that is public
        forgetWhatWasSaidOnce(draft, content);
        draft.publishedVersion = draft.draftVersion;
        return log.append(facts);
    }

    /**
     * What {@link #publish} would do after what was rehearsed before; the rehearsal goes on from there.
     *
     * @throws HttpProblem as {@link #publish} does
     */
    List<Publication> rehearse(Draft draft, DraftContent content, Rehearsal before) {
        List<Fact> facts = facts(draft, content, before, before, before::store);
        forgetWhatWasSaidOnce(draft, content);
        draft.publishedVersion = draft.draftVersion;
        List<Publication> publications = log.rehearse(facts);
        if (!publications.isEmpty()) {
            before.publish(draft.id, publications);
        }
        return publications;
    }

    /** Publishes what an earlier version of the draft said; what was written into it since then stays as it is. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Publication> publishEarlier(Draft draft, int version, DraftContent content) {
        List<Fact> facts = facts(draft, content, products, documents, documents::store);
        forgetWhatWasSaidOnce(draft, content);
        draft.publishedVersion = version;
        return log.append(facts);
    }

    /** @throws HttpProblem as {@link #publish} does, and 409 if nothing is new; nothing is published */
    @Transactional(Transactional.TxType.MANDATORY)
    void requireSomethingToPublish(Draft draft, DraftContent content) {
        if (facts(draft, content, products, documents, Documents::refTo).isEmpty()) {
            throw nothingNew();
        }
    }

    static HttpProblem nothingNew() {
        return Problem.of(
                ProblemType.NOTHING_TO_PUBLISH, "Everything in the draft is public already. Change the draft first.");
    }

    private List<Fact> facts(
            Draft draft,
            DraftContent content,
            PublicProducts known,
            Texts texts,
            Function<JsonNode, DocumentRef> keep) {
        ProductState published = known.find(draft.id).orElse(null);
        DraftChanges changes = draftFacts.changes(draft, content, published, texts, keep);
        if (!changes.violations().isEmpty()) {
            throw Problem.of(ProblemType.INVALID_CONTENT, changes.violations());
        }
        if (!changes.facts().isEmpty()) {
            requirePublishable(draft, content, published, known);
        }
        return changes.facts();
    }

    /**
     * A reason, a correction and what was said about materiality speak of this one publication. Left in the draft, they
     * would explain or contest the next one unseen. What was written anew since then is about the next one, and stays.
     */
    private static void forgetWhatWasSaidOnce(Draft draft, DraftContent said) {
        if (draft.content == null) {
            return;
        }
        ObjectNode json = (ObjectNode) StrictJson.parse(draft.content);
        int before = members(json);
        if (Objects.equals(json.get(DraftRules.MATERIALITY), said.materiality())) {
            json.remove(DraftRules.MATERIALITY);
        }
        if (json.get(DraftRules.SUPPORT) instanceof ObjectNode support
                && Objects.equals(support.get(DraftRules.REASON), said.supportReason())) {
            support.remove(List.of(DraftRules.REASON, SupportRecord.ERROR_CORRECTED));
        }
        if (members(json) != before) {
            draft.content = json.toString();
            draft.draftVersion++;
        }
    }

    private static int members(ObjectNode json) {
        return json.size() + json.path(DraftRules.SUPPORT).size();
    }

    /** What stays in a draft after it was published: all but what is said once. */
    static JsonNode lasting(JsonNode json) {
        ObjectNode lasting = json.deepCopy();
        lasting.remove(DraftRules.MATERIALITY);
        if (lasting.get(DraftRules.SUPPORT) instanceof ObjectNode support) {
            support.remove(List.of(DraftRules.REASON, SupportRecord.ERROR_CORRECTED));
        }
        return lasting;
    }

    /** @throws HttpProblem 409 if a GTIN leads elsewhere, or the organisation is not public yet */
    void requirePublishable(Draft draft, DraftContent content, @Nullable ProductState published, PublicProducts known) {
        if (organisations.find(draft.publisherId).isEmpty()) {
            throw Problem.of(
                    ProblemType.ORGANISATION_NOT_PUBLISHED,
                    "Your organisation's own facts are still on their way. Try again in a minute.");
        }
        requireFree(draft, content.gtins(), published, known);
    }

    boolean isOperator(UUID publisher) {
        return organisations
                .find(publisher)
                .filter(o -> o.kind().equals("operator"))
                .isPresent();
    }

    /** Left out, the product would be the operator's own, and what it found the maker's word. */
    static HttpProblem operatorsNameTheMaker() {
        return Problem.at(
                ProblemType.INVALID_CONTENT,
                "/manufacturer",
                "is missing; an operator names the maker whose product it lists");
    }

    /** @throws HttpProblem 403, 409 or 422 unless this organisation may list that manufacturer's products */
    void requireMayListFor(UUID publisher, UUID manufacturer) {
        if (publisher.equals(manufacturer)) {
            return;
        }
        if (!isOperator(publisher)) {
            throw Problem.at(ProblemType.NOT_ALLOWED, "/manufacturer", "must be your own organisation, " + publisher);
        }
        OrganisationFacts maker = organisations
                .find(manufacturer)
                .orElseThrow(() -> Problem.at(
                        ProblemType.INVALID_CONTENT, "/manufacturer", "is not an organisation that is listed here"));
        if (maker.verified()) {
            throw Problem.at(
                    ProblemType.MAKER_IS_HERE,
                    "/manufacturer",
                    "has joined and publishes for itself; tell it what you found");
        }
    }

    private static void requireProducts(Draft draft, @Nullable List<String> gtins, PublicProducts known) {
        if (gtins == null || DraftFacts.ofNoProduct(gtins, List.of()).isEmpty()) {
            return;
        }
        List<String> before = known.find(draft.id).map(ProductState::gtins).orElse(List.of());
        List<Violation> violations = DraftFacts.ofNoProduct(gtins, before);
        if (!violations.isEmpty()) {
            throw Problem.of(ProblemType.INVALID_CONTENT, violations);
        }
    }

    private static void requireFree(
            Draft draft, @Nullable List<String> gtins, @Nullable ProductState published, PublicProducts known) {
        if (gtins == null) {
            return;
        }
        List<String> taken = DraftFacts.without(gtins, published == null ? List.of() : published.gtins());
        Map<String, UUID> holders = known.holders(taken);
        for (String gtin : taken) {
            UUID holder = holders.get(gtin);
            if (holder == null || holder.equals(draft.id)) {
                continue;
            }
            Optional<ProductState> other = known.find(holder);
            boolean stillHeld = other.filter(p -> p.gtins().contains(gtin)).isPresent();
            boolean ownModel = other.filter(p -> p.manufacturer().equals(draft.manufacturerId))
                    .isPresent();
            if (stillHeld || !ownModel) {
                throw taken(gtin, gtins.indexOf(gtin), holder, stillHeld);
            }
        }
    }

    private static HttpProblem taken(String gtin, int position, UUID holder, boolean stillHeld) {
        return Problem.at(
                ProblemType.GTIN_TAKEN,
                "/gtins/" + position,
                gtin + (stillHeld ? " leads to product " : " led to product of another organisation, ")
                        + Objects.requireNonNull(holder)
                        + ". If it is yours, ask the operator of this registry to move it; only the operator can.");
    }
}
