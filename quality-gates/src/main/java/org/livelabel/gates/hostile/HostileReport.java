package org.livelabel.gates.hostile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** What a service answered. Written by several threads. */
public final class HostileReport {
    private final Map<String, AtomicLong> answers = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListSet<String> offences = new ConcurrentSkipListSet<>();
    private final ConcurrentSkipListSet<String> entered = new ConcurrentSkipListSet<>();

    void count(String caller, int status) {
        answers.computeIfAbsent(caller + " " + status / 100 + "xx", k -> new AtomicLong())
                .incrementAndGet();
    }

    void offend(String what) {
        offences.add(what);
    }

    void enter(String operation) {
        entered.add(operation);
    }

    /** The operations to which somebody was let in and sent everything; {@code GET /v1/products} for instance. */
    public Set<String> entered() {
        return Set.copyOf(entered);
    }

    public long requests() {
        return answers.values().stream().mapToLong(AtomicLong::get).sum();
    }

    /** How many answers of a class a caller got. */
    public long answers(String caller, int hundreds) {
        AtomicLong count = answers.get(caller + " " + hundreds + "xx");
        return count == null ? 0 : count.get();
    }

    /** Every answer that must not be, with what led to it. */
    public List<String> offences() {
        return List.copyOf(offences);
    }

    /** The counts, in one line. */
    @Override
    public String toString() {
        return requests() + " hostile requests to " + entered.size() + " operations: "
                + answers.entrySet().stream()
                        .map(answer -> answer.getKey() + " " + answer.getValue())
                        .collect(Collectors.joining(", "));
    }
}
