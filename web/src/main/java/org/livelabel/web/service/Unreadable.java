package org.livelabel.web.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads what other services answer and counts what of it cannot be read: {@code livelabel.unreadable} by the member's name.
 * The log says so once for each record; never with the value, which somebody else wrote.
 */
@ApplicationScoped
public class Unreadable {
    private static final Logger LOG = Logger.getLogger(Unreadable.class);
    private static final int MOST_TOLD = 1_000;

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private final MeterRegistry metrics;

    Unreadable(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** @param what the kind of record, for instance {@code product} */
    public Received read(String what, @Nullable JsonNode answer) {
        return Received.of(what, answer, this::note);
    }

    private void note(String member, @Nullable UUID record) {
        metrics.counter("livelabel.unreadable", "member", member).increment();
        if (told.size() < MOST_TOLD && told.add(member + " of " + record)) {
            LOG.warnf("cannot read %s of %s: shown without it", member, record);
        }
    }
}
