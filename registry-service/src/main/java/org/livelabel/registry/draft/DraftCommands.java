package org.livelabel.registry.draft;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.idempotency.Idempotency;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.address.Address;
import org.livelabel.registry.authority.Membership;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.product.ProductResponse;
import org.livelabel.registry.product.ProductViews;
import org.livelabel.registry.product.Products;

/** The commands on single drafts, each in one transaction with its idempotency record. */
@ApplicationScoped
class DraftCommands {
    private final DraftRepository rows;
    private final Plans plans;
    private final Drafts drafts;
    private final DraftPublishing publishing;
    private final ListingRights rights;
    private final Products products;
    private final ProductViews views;
    private final Idempotency idempotency;
    private final Day day;

    DraftCommands(
            DraftRepository rows,
            Plans plans,
            Drafts drafts,
            DraftPublishing publishing,
            ListingRights rights,
            Products products,
            ProductViews views,
            Idempotency idempotency,
            Day day) {
        this.rows = rows;
        this.plans = plans;
        this.drafts = drafts;
        this.publishing = publishing;
        this.rights = rights;
        this.products = products;
        this.views = views;
        this.idempotency = idempotency;
        this.day = day;
    }

    @Transactional
    JsonNode create(Membership member, UUID manufacturer, @Nullable String productRef, String key) {
        return idempotency.once(member.id(), key, "create " + manufacturer + " " + productRef, () -> {
            rights.requireMayListFor(member.id(), manufacturer);
            Draft draft = drafts.create(member.id(), manufacturer, productRef);
            return new CreatedProduct(draft.id(), draft.labelCode(), "/v1/products/" + draft.id() + "/draft");
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
    @Transactional
    int write(Membership member, UUID product, int expectedVersion, DraftContent content, JsonNode json) {
        Draft draft = drafts.hold(product);
        Drafts.requireOwner(draft, member);
        Drafts.requireVersion(draft, expectedVersion);
        drafts.write(draft, content, json);
        return draft.version();
    }

    @Transactional
    JsonNode publish(Membership member, UUID product, @Nullable Integer expectedVersion, String key) {
        return idempotency.once(member.id(), key, "publish " + product, () -> {
            Draft draft = drafts.hold(product);
            Drafts.requireOwner(draft, member);
            if (expectedVersion != null) {
                Drafts.requireVersion(draft, expectedVersion);
            }
            if (plans.isWaiting(product)) {
                throw Problem.of(
                        ProblemType.LIFE_CYCLE,
                        "A time is set at which an earlier look of this draft is published. Cancel that first, or wait.");
            }
            rights.requireMayListFor(member.id(), draft.manufacturer());
            List<Publication> published = publishing.publish(draft, drafts.content(draft));
            if (published.isEmpty()) {
                throw DraftPublishing.nothingNew();
            }
            return new Published(
                    published.stream()
                            .map(p -> new PublishedEntry(p.index(), p.type().wireName()))
                            .toList(),
                    views.views(List.of(products.find(product).orElseThrow()), day.today())
                            .getFirst());
        });
    }

    @Schema(name = "CreatedProduct")
    record CreatedProduct(
            UUID id, String labelCode, @Address String draftUrl) {}

    @Schema(name = "Published")
    record Published(List<PublishedEntry> publications, ProductResponse product) {}

    @Schema(name = "PublishedEntry")
    record PublishedEntry(long logIndex, String type) {}
}
