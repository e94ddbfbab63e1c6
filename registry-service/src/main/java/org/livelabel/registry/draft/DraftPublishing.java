package org.livelabel.registry.draft;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.entry.DocumentRef;
import org.livelabel.registry.entry.Entry;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.log.Texts;
import org.livelabel.registry.organisation.Organisations;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.Products;
import org.livelabel.registry.product.PublicProducts;

/** Takes what is new out of a draft, to be published. Whoever calls is in the frame of {@code publishing}, and holds the draft. */
@ApplicationScoped
public class DraftPublishing {
    private final DraftEntries draftEntries;
    private final Products products;
    private final Organisations organisations;
    private final Documents documents;
    private final PublicationLog log;

    DraftPublishing(
            DraftEntries draftEntries,
            Products products,
            Organisations organisations,
            Documents documents,
            PublicationLog log) {
        this.draftEntries = draftEntries;
        this.products = products;
        this.organisations = organisations;
        this.documents = documents;
        this.log = log;
    }

    public Rehearsal rehearsal() {
        return new Rehearsal(products, documents);
    }

    /**
     * Takes what is new in the draft, which from now on counts as published.
     *
     * @return one for each changed part; none if nothing is new
     * @throws HttpProblem 409 if a GTIN leads elsewhere; 422 if a shorter promise or a contested rule lacks its reason
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Entry> take(Draft draft, DraftContent content) {
        List<Entry> entries = entries(draft, content, products, documents, documents::store);
        countAsPublished(draft, content);
        return entries;
    }

    /**
     * What {@link #take} would publish after what was rehearsed before; the rehearsal goes on from there.
     *
     * @throws HttpProblem as {@link #take} does
     */
    public List<Entry> rehearse(Draft draft, DraftContent content, Rehearsal before) {
        List<Entry> entries = entries(draft, content, before, before, before::store);
        countAsPublished(draft, content);
        List<Publication> publications = log.rehearse(entries);
        if (!publications.isEmpty()) {
            before.publish(draft.row.id, publications);
        }
        return entries;
    }

    /** Takes what an earlier version of the draft said; what was written into it since then stays as it is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Entry> takeEarlier(Draft draft, int version, DraftContent content) {
        List<Entry> entries = entries(draft, content, products, documents, documents::store);
        SaidOnce.useUp(draft.row, content);
        draft.row.publishedVersion = version;
        return entries;
    }

    private static void countAsPublished(Draft draft, DraftContent content) {
        // may make a version of its own, which is the one that is public
        SaidOnce.useUp(draft.row, content);
        draft.row.publishedVersion = draft.row.draftVersion;
    }

    /** @throws HttpProblem as {@link #take} does, and 409 if nothing is new; nothing is taken */
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireSomethingToPublish(Draft draft, DraftContent content) {
        if (entries(draft, content, products, documents, Documents::refTo).isEmpty()) {
            throw nothingNew();
        }
    }

    static HttpProblem nothingNew() {
        return Problem.of(
                ProblemType.NOTHING_TO_PUBLISH, "Everything in the draft is public already. Change the draft first.");
    }

    private List<Entry> entries(
            Draft draft,
            DraftContent content,
            PublicProducts known,
            Texts texts,
            Function<JsonNode, DocumentRef> keep) {
        ProductState published = known.find(draft.row.id).orElse(null);
        DraftChanges changes = draftEntries.changes(draft, content, published, texts, keep);
        if (!changes.violations().isEmpty()) {
            throw Problem.of(ProblemType.INVALID_CONTENT, changes.violations());
        }
        if (!changes.entries().isEmpty()) {
            requireFree(draft, content.gtins(), published, known);
        }
        return changes.entries();
    }

    /**
     * What else may be in the way of publishing, for who only wants to know.
     *
     * @throws HttpProblem 409 if a GTIN leads elsewhere, or the organisation is not public yet
     */
    public void requirePublishable(
            Draft draft, DraftContent content, @Nullable ProductState published, PublicProducts known) {
        if (organisations.find(draft.row.publisherId).isEmpty()) {
            throw Problem.of(
                    ProblemType.ORGANISATION_NOT_PUBLISHED,
                    "Your organisation's own facts are still on their way. Try again in a minute.");
        }
        requireFree(draft, content.gtins(), published, known);
    }

    /** What publishing the draft would say now. Nothing is written. */
    public DraftChanges changes(Draft draft, DraftContent content, @Nullable ProductState published) {
        return draftEntries.changes(draft, content, published, documents, Documents::refTo);
    }

    private static void requireFree(
            Draft draft, @Nullable List<String> gtins, @Nullable ProductState published, PublicProducts known) {
        if (gtins == null) {
            return;
        }
        List<String> taken = DraftEntries.without(gtins, published == null ? List.of() : published.gtins());
        Map<String, UUID> holders = known.holders(taken);
        for (String gtin : taken) {
            UUID holder = holders.get(gtin);
            if (holder == null || holder.equals(draft.row.id)) {
                continue;
            }
            Optional<ProductState> other = known.find(holder);
            boolean stillHeld = other.filter(p -> p.gtins().contains(gtin)).isPresent();
            boolean ownModel = other.filter(p -> p.manufacturer().equals(draft.row.manufacturerId))
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
