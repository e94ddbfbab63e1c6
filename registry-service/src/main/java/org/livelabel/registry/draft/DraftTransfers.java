package org.livelabel.registry.draft;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.gs1.Gtin;

/**
 * Keeps the private drafts in step with what is done to products from outside. Whoever calls holds the products, and has
 * checked that they are public.
 */
@ApplicationScoped
public class DraftTransfers {
    private final DraftRepository rows;
    private final Plans plans;
    private final Clock clock;

    DraftTransfers(DraftRepository rows, Plans plans, Clock clock) {
        this.rows = rows;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * The draft gets a new owner. What the old one had not published stays its secret, and a time that the old one set is
     * gone.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void handOver(UUID product, UUID organisation) {
        DraftRow draft = draft(product);
        String content = hasChanges(draft) ? null : draft.content;
        draft.publisherId = organisation;
        draft.manufacturerId = organisation;
        // the name was the old owner's, and may be taken among the new owner's
        draft.productRef = null;
        plans.end(product);
        write(draft, content, true);
    }

    /** So that the draft does not give the number back when it is published next. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void addGtin(UUID product, String gtin) {
        changeGtins(product, gtins -> gtins.add(gtin));
    }

    /** So that the draft does not ask for the number again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void removeGtin(UUID product, String gtin) {
        changeGtins(product, gtins -> {
            for (int i = gtins.size() - 1; i >= 0; i--) {
                // a draft that was written holds valid numbers only, some of them without leading zeros
                if (Gtin.parse(gtins.get(i).asText()).value().equals(gtin)) {
                    gtins.remove(i);
                }
            }
        });
    }

    private void changeGtins(UUID product, Consumer<ArrayNode> change) {
        DraftRow draft = draft(product);
        if (draft.content == null) {
            return;
        }
        ObjectNode json = (ObjectNode) StrictJson.parse(draft.content);
        if (json.get("gtins") instanceof ArrayNode gtins) {
            change.accept(gtins);
            write(draft, json.toString(), !hasChanges(draft));
        }
    }

    private void write(DraftRow draft, @Nullable String content, boolean published) {
        draft.content = content;
        if (content == null) {
            draft.forgetName();
        }
        draft.draftVersion++;
        draft.updatedAt = clock.instant();
        if (published) {
            draft.publishedVersion = draft.draftVersion;
        }
    }

    private static boolean hasChanges(DraftRow draft) {
        return new Draft(draft).hasChanges();
    }

    private DraftRow draft(UUID product) {
        return Objects.requireNonNull(rows.findById(product), "a public product without a draft");
    }
}
