package org.livelabel.registry.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
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
import org.livelabel.registry.log.PrivateTexts;

/**
 * Takes erased texts out of the private work of those who published them. Of a draft the whole part goes that holds one
 * (identity, support, disclosure): a text with a hole in it would be published as if somebody had written it so. A part that
 * is not there stays as it was published; without its identity a draft cannot be published until somebody writes it anew.
 */
@ApplicationScoped
class DraftErasure implements PrivateTexts {
    private static final String IDENTITY = "identity";

    private final DraftRepository rows;
    private final Plans plans;
    private final Clock clock;

    DraftErasure(DraftRepository rows, Plans plans, Clock clock) {
        this.rows = rows;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.DRAFTS;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(Sought sought) {
        Set<UUID> holding = holding(sought.since(), sought.publishers(), sought.texts());
        if (sought.waits()) {
            rows.lock(holding);
        } else {
            rows.lockIfFree(holding);
        }
        for (UUID id : holding) {
            erase(rows.findById(id), sought.texts());
            plans.erase(id, sought.texts());
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

    private Set<UUID> holding(Instant moment, Set<UUID> publishers, OnlyHere texts) {
        return new TreeSet<>(rows.holding(publishers, moment, texts, plans.saying(texts, moment)));
    }
}
