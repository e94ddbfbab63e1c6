package org.livelabel.registry.draft;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.address.Address;
import org.livelabel.registry.authority.Membership;
import org.livelabel.registry.entry.Entry;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.product.ProductResponse;
import org.livelabel.registry.product.ProductViews;
import org.livelabel.registry.product.Products;
import org.livelabel.registry.publishing.Actor;
import org.livelabel.registry.publishing.Locks;
import org.livelabel.registry.publishing.Outcome;
import org.livelabel.registry.publishing.Publishing;

/** The commands on single drafts. */
@ApplicationScoped
class DraftCommands {
    private final DraftRepository rows;
    private final Plans plans;
    private final Drafts drafts;
    private final DraftPublishing draftPublishing;
    private final ListingRights rights;
    private final Products products;
    private final ProductViews views;
    private final Publishing publishing;
    private final Day day;

    DraftCommands(
            DraftRepository rows,
            Plans plans,
            Drafts drafts,
            DraftPublishing draftPublishing,
            ListingRights rights,
            Products products,
            ProductViews views,
            Publishing publishing,
            Day day) {
        this.rows = rows;
        this.plans = plans;
        this.drafts = drafts;
        this.draftPublishing = draftPublishing;
        this.rights = rights;
        this.products = products;
        this.views = views;
        this.publishing = publishing;
        this.day = day;
    }

    JsonNode create(Actor editor, UUID manufacturer, @Nullable String productRef, String key) {
        String request = "create " + manufacturer + " " + productRef;
        return publishing.once(editor, key, request, Locks.none(), () -> {
            rights.requireMayListFor(editor.organisation(), manufacturer);
            Draft draft = drafts.create(editor.organisation(), manufacturer, productRef);
            return Outcome.silent(
                    new CreatedProduct(draft.id(), draft.labelCode(), "/v1/products/" + draft.id() + "/draft"));
        });
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if it was handed over while the reader was being checked */
    @Transactional
    Draft read(Membership member, UUID product) {
        return rows.findByIdOptional(product)
                .map(Draft::new)
                .filter(draft -> draft.publisher().equals(member.id()))
                .orElseThrow(() -> DraftAccess.unknown(product));
    }

    /** @return the new version */
    int write(Actor editor, UUID product, int expectedVersion, DraftContent content, JsonNode json) {
        return publishing.now(editor, Locks.own(product), () -> {
            Draft draft = drafts.get(product);
            Drafts.requireVersion(draft, expectedVersion);
            drafts.write(draft, content, json);
            return Outcome.silent(draft.version());
        });
    }

    JsonNode publish(Actor publisher, UUID product, int expectedVersion, String key) {
        return publishing.once(publisher, key, "publish " + product + " " + expectedVersion, Locks.own(product), () -> {
            Draft draft = drafts.get(product);
            Drafts.requireVersion(draft, expectedVersion);
            if (plans.isWaiting(product)) {
                throw Problem.of(
                        ProblemType.LIFE_CYCLE,
                        "A time is set at which an earlier look of this draft is published. Cancel that first, or wait.");
            }
            rights.requireMayListFor(publisher.organisation(), draft.manufacturer());
            List<Entry> entries = draftPublishing.take(draft, drafts.content(draft));
            if (entries.isEmpty()) {
                throw DraftPublishing.nothingNew();
            }
            return Outcome.of(entries, published -> answer(product, published));
        });
    }

    private Published answer(UUID product, List<Publication> published) {
        return new Published(
                published.stream()
                        .map(p -> new PublishedEntry(p.index(), p.type().wireName()))
                        .toList(),
                views.views(List.of(products.find(product).orElseThrow()), day.today())
                        .getFirst());
    }

    @Schema(name = "CreatedProduct")
    record CreatedProduct(
            UUID id, String labelCode, @Address String draftUrl) {}

    @Schema(name = "Published")
    record Published(List<PublishedEntry> publications, ProductResponse product) {}

    @Schema(name = "PublishedEntry")
    record PublishedEntry(long logIndex, String type) {}
}
