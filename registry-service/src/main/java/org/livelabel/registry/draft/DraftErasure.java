package org.livelabel.registry.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.registry.log.OnlyHere;

/**
 * Takes erased texts out of the private work of those who published them. Of a draft the whole part goes that holds one
 * (identity, support, disclosure): a text with a hole in it would be published as if somebody had written it so. A part that
 * is not there stays as it was published; without its identity a draft cannot be published until somebody writes it anew.
 */
@ApplicationScoped
public class DraftErasure {
    private static final String IDENTITY = "identity";

    private final DraftRepository rows;
    private final Plans plans;
    private final EntityManager entityManager;
    private final Clock clock;

    DraftErasure(DraftRepository rows, Plans plans, EntityManager entityManager, Clock clock) {
        this.rows = rows;
        this.plans = plans;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** Holds the drafts that it changes. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(Set<UUID> publishers, OnlyHere texts) {
        Set<UUID> holding = holding(Instant.EPOCH, publishers, texts);
        rows.lock(holding);
        eraseFrom(holding, texts);
    }

    /**
     * The same of drafts that were written after a moment.
     *
     * @throws jakarta.persistence.PersistenceException if somebody holds one of them: nobody is waited for
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void eraseSince(Instant moment, Set<UUID> publishers, OnlyHere texts) {
        Set<UUID> holding = holding(moment, publishers, texts);
        rows.lockIfFree(holding);
        eraseFrom(holding, texts);
    }

    private void eraseFrom(Set<UUID> holding, OnlyHere texts) {
        for (UUID id : holding) {
            erase(rows.findById(id), texts);
            plans.erase(id, texts);
        }
    }

    private void erase(DraftRow draft, OnlyHere texts) {
        if (draft.content == null) {
            return;
        }
        ObjectNode json = (ObjectNode) StrictJson.parse(draft.content);
        List<String> parts = new ArrayList<>();
        json.properties().forEach(part -> {
            if (texts.isIn(part.getValue())) {
                parts.add(part.getKey());
            }
        });
        if (parts.isEmpty()) {
            return;
        }
        boolean published = !new Draft(draft).hasChanges();
        json.remove(parts);
        draft.content = json.toString();
        draft.draftVersion++;
        draft.updatedAt = clock.instant();
        if (published) {
            draft.publishedVersion = draft.draftVersion;
        }
        if (parts.contains(IDENTITY)) {
            draft.forgetName();
        }
    }

    @SuppressWarnings("unchecked")
    private Set<UUID> holding(Instant moment, Set<UUID> publishers, OnlyHere texts) {
        List<UUID> ids = entityManager
                .createNativeQuery("""
                        select id from work.product
                        where publisher_id = any(?1)
                          and (id = any(?4) or updated_at >= ?3
                            and exists (select from unnest(?2) text where position(text in content) > 0))""", UUID.class)
                .setParameter(1, publishers.toArray(UUID[]::new))
                .setParameter(2, texts.toArray())
                .setParameter(3, moment)
                .setParameter(4, plans.saying(texts, moment).toArray(UUID[]::new))
                .getResultList();
        return new TreeSet<>(ids);
    }
}
