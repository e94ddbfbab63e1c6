package org.livelabel.registry.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.registry.draft.Plans;
import org.livelabel.registry.log.OnlyHere;

/** The times that are set, as the drafts see them. */
@ApplicationScoped
class Schedules implements Plans {
    private final ScheduleRepository rows;

    Schedules(ScheduleRepository rows) {
        this.rows = rows;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isWaiting(UUID product) {
        return rows.isWaiting(product);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void end(UUID product) {
        rows.deleteById(product);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<UUID> saying(OnlyHere texts, Instant since) {
        return rows.saying(texts, since);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(UUID product, OnlyHere texts) {
        Schedule schedule = rows.findById(product);
        if (schedule != null && schedule.content != null && texts.isIn(StrictJson.parse(schedule.content))) {
            schedule.failed(
                    "The draft held a text that is withheld for legal reasons. Write another one, and set a time again.");
        }
    }
}
