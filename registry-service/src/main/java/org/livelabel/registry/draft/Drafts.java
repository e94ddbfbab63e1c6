package org.livelabel.registry.draft;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.conduct.problem.Violation;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.Products;
import org.livelabel.registry.product.PublicProducts;
import org.livelabel.registry.publishing.HeldProducts;
import org.livelabel.texts.LabelCode;

/** Finds, holds, makes and writes drafts. Whoever calls has checked who may, and has a transaction open. */
@ApplicationScoped
public class Drafts implements HeldProducts {
    private final DraftRepository rows;
    private final DraftRules rules;
    private final Products products;
    private final Supplier<UUID> newIds;
    private final RandomGenerator chance;
    private final Clock clock;

    Drafts(
            DraftRepository rows,
            DraftRules rules,
            Products products,
            Supplier<UUID> newIds,
            RandomGenerator chance,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.products = products;
        this.newIds = newIds;
        this.chance = chance;
        this.clock = clock;
    }

    /** As it stands; whoever does not hold it does not keep others from writing it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Draft get(UUID product) {
        return new Draft(rows.findById(product));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, UUID> hold(Collection<UUID> products) {
        return rows.lock(products).stream().collect(Collectors.toMap(row -> row.id, row -> row.publisherId));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<UUID> holdIfFree(UUID product) {
        return rows.lockIfFree(product).map(row -> row.publisherId);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void holdByRefs(UUID publisher, Collection<String> productRefs) {
        rows.lockByRefs(publisher, productRefs);
    }

    /** The one that the organisation calls by this name; also if it has come to be since others were held. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Draft> holdByRef(UUID publisher, String productRef) {
        return rows.lockByRef(publisher, productRef).map(Draft::new);
    }

    /** A copy that may be changed at will and that nobody stores. */
    public Optional<Draft> copyByRef(UUID publisher, String productRef) {
        return rows.findByRef(publisher, productRef).map(DraftRow::copy).map(Draft::new);
    }

    /** Whose draft it is; empty if there is none. In a transaction of its own. */
    public Optional<UUID> publisherOf(UUID product) {
        return rows.ownerOf(product).map(DraftOwner::publisher);
    }

    /** @throws HttpProblem 412 if somebody wrote it meanwhile */
    public static void requireVersion(Draft draft, int expected) {
        if (draft.version() != expected) {
            throw Problem.at(
                    ProblemType.STALE,
                    "If-Match",
                    "names version " + expected + ", but the draft is at version " + draft.version()
                            + ". Read it again, put your change into it, and send that");
        }
    }

    /** An id and a label code; nothing public yet. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Draft create(UUID publisher, UUID manufacturer, @Nullable String productRef) {
        if (productRef != null && rows.findByRef(publisher, productRef).isPresent()) {
            throw Problem.at(ProblemType.PRODUCT_REF_TAKEN, "/product_ref", "is the name of another of your products");
        }
        Draft draft = begun(publisher, manufacturer, productRef);
        rows.persist(draft.row);
        return draft;
    }

    /** The same without storing it. */
    public Draft begun(UUID publisher, UUID manufacturer, @Nullable String productRef) {
        DraftRow draft = new DraftRow();
        draft.id = newIds.get();
        draft.labelCode = LabelCode.draw(chance);
        draft.publisherId = publisher;
        draft.manufacturerId = manufacturer;
        draft.productRef = productRef;
        draft.sortName = productRef == null ? "" : productRef.toLowerCase(Locale.ROOT);
        draft.createdAt = clock.instant();
        draft.updatedAt = draft.createdAt;
        return new Draft(draft);
    }

    /** @throws HttpProblem 422 if it takes a GTIN under which no product is sold */
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(Draft draft, DraftContent content, JsonNode json) {
        write(draft, content, json, products);
    }

    /** The same, if this were public. */
    public void write(Draft draft, DraftContent content, JsonNode json, PublicProducts known) {
        requireProducts(draft, content.gtins(), known);
        draft.row.content = json.toString();
        draft.row.name = content.identity().name();
        draft.row.category = content.identity().category();
        draft.row.sortName = draft.row.name.toLowerCase(Locale.ROOT);
        draft.row.draftVersion++;
        draft.row.updatedAt = clock.instant();
    }

    /** What the draft says, checked again: the rules may have grown since it was written. */
    public DraftContent content(Draft draft) {
        if (draft.row.content == null) {
            throw Problem.of(
                    ProblemType.NOTHING_TO_PUBLISH, "The draft is empty. Write it first with PUT, then publish.");
        }
        return rules.require(DraftRules.SCHEMA, StrictJson.parse(draft.row.content));
    }

    private static void requireProducts(Draft draft, @Nullable List<String> gtins, PublicProducts known) {
        if (gtins == null || DraftEntries.ofNoProduct(gtins, List.of()).isEmpty()) {
            return;
        }
        List<String> before = known.find(draft.id()).map(ProductState::gtins).orElse(List.of());
        List<Violation> violations = DraftEntries.ofNoProduct(gtins, before);
        if (!violations.isEmpty()) {
            throw Problem.of(ProblemType.INVALID_CONTENT, violations);
        }
    }
}
