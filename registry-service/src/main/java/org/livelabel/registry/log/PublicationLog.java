package org.livelabel.registry.log;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.livelabel.registry.entry.Entry;
import org.livelabel.registry.entry.PublicationType;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.HeadRows.Head;
import org.livelabel.registry.wiring.AfterCommit;

/**
 * Appends to the public log inside the caller's transaction. Entries are never edited or removed.
 *
 * <p>The index is taken under a row lock on the head that is held to commit: entries become visible in the order of their
 * indexes and without gaps, so a reader that remembers the last index it saw never misses one. The lock makes publishers
 * wait for each other; validate first, append last. It is the last one that an act takes; {@code publishing} says which come before.
 */
@ApplicationScoped
public class PublicationLog {
    private final EntityManager entityManager;
    private final EntryRows entries;
    private final HeadRows head;
    private final Clock clock;
    private final Supplier<UUID> newIds;
    private final EntryLines lines;
    private final List<Projection> projections;
    private final NewEntries newEntries;
    private final TransactionSynchronizationRegistry transaction;
    private final LogMetrics metrics;

    PublicationLog(
            EntityManager entityManager,
            EntryRows entries,
            HeadRows head,
            Clock clock,
            Supplier<UUID> newIds,
            EntryLines lines,
            @All List<Projection> projections,
            NewEntries newEntries,
            TransactionSynchronizationRegistry transaction,
            LogMetrics metrics) {
        this.entityManager = entityManager;
        this.entries = entries;
        this.head = head;
        this.clock = clock;
        this.newIds = newIds;
        this.lines = lines;
        this.projections = projections;
        this.newEntries = newEntries;
        this.transaction = transaction;
        this.metrics = metrics;
    }

    /**
     * Publishes what one command says: consecutive indexes, one moment. {@code effective_on} is the UTC day of publication,
     * unless an entry names another.
     *
     * @throws IllegalStateException if an entry breaks the schema of its type or is too long; nothing was written yet, and
     *     nobody has waited
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Publication> append(List<? extends Entry> said) {
        if (said.isEmpty()) {
            // what does not go in is told now, and not at commit
            entityManager.flush();
            return List.of();
        }
        Instant soon = now();
        said.forEach(entry -> lines.require(entry, soon));
        // what was written so far must be in the database before others are made to wait
        entityManager.flush();
        Head before = lockHead();
        Instant now = now();
        Instant at = now.isBefore(before.lastTime()) ? before.lastTime() : now;
        List<LogEntry> rows = new ArrayList<>();
        List<Publication> published = new ArrayList<>();
        for (Entry entry : said) {
            long index = before.size() + published.size();
            rows.add(row(entry, index, at));
            published.add(lines.publication(entry, index, at));
        }
        entries.add(rows);
        projections.forEach(projection -> projection.applyAll(published));
        head.move(new Head(before.size() + published.size(), at));
        transaction.registerInterposedSynchronization(new AfterCommit(newEntries::announce));
        metrics.published(published);
        return List.copyOf(published);
    }

    /**
     * What {@link #append} would publish on top of the log as it stands. Nothing is written, and nobody waits.
     *
     * @throws IllegalStateException as {@link #append} does
     */
    public List<Publication> rehearse(List<? extends Entry> said) {
        Instant now = now();
        long size = size();
        List<Publication> rehearsed = new ArrayList<>();
        for (Entry entry : said) {
            lines.require(entry, now);
            rehearsed.add(lines.publication(entry, size + rehearsed.size(), now));
        }
        return List.copyOf(rehearsed);
    }

    /** Waits for whoever publishes; then nobody else does until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold() {
        lockHead();
    }

    /** What was published about {@code subject} before a moment, oldest first. */
    @Transactional
    public List<Publication> history(Subject subject, Instant before) {
        return entries.of(subject.toString(), before).stream()
                .map(lines::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** What was published about {@code subject} up to an entry, that one included, oldest first. */
    @Transactional
    public List<Publication> history(Subject subject, long last) {
        return entries.of(subject.toString(), last).stream()
                .map(lines::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** What was published about {@code subject} before a moment, of these types only, oldest first. */
    @Transactional
    public List<Publication> history(Subject subject, Set<PublicationType> types, Instant before) {
        return entries.of(subject.toString(), names(types), before).stream()
                .map(lines::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The last publications about {@code subject} of these types, the newest first. */
    @Transactional
    public List<Publication> latest(Subject subject, Set<PublicationType> types, int limit) {
        return entries.latest(subject.toString(), names(types), limit).stream()
                .map(lines::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The index of the last publication about {@code subject} before a moment; empty if there is none. */
    @Transactional
    public OptionalLong lastIndex(Subject subject, Instant before) {
        Long last = entries.lastIndex(subject.toString(), names(EnumSet.allOf(PublicationType.class)), before);
        return last == null ? OptionalLong.empty() : OptionalLong.of(last);
    }

    private static List<String> names(Set<PublicationType> types) {
        return types.stream().map(PublicationType::wireName).toList();
    }

    /**
     * The subjects of all entries up to {@code last} that name a document. The whole log is read for it, but each entry only
     * once in a transaction: who has asked before it takes the head does not let others wait for more than the rest.
     */
    @Transactional
    public Set<Subject> naming(String sha256, long last) {
        Named known = (Named) transaction.getResource(new Naming(sha256));
        boolean goesOn = known != null && known.last <= last;
        Set<Subject> subjects = goesOn ? new HashSet<>(known.subjects) : new HashSet<>();
        entries.subjectsNaming(sha256, goesOn ? known.last : -1, last).stream()
                .map(Subject::parse)
                .filter(subject -> !subject.isBlob())
                .forEach(subjects::add);
        transaction.putResource(new Naming(sha256), new Named(last, Set.copyOf(subjects)));
        return subjects;
    }

    /** What a transaction remembers {@link Named} by. */
    private record Naming(String sha256) {}

    /** What names a document in the entries up to {@code last}. */
    private record Named(long last, Set<Subject> subjects) {}

    /** Who published something about these after an entry, and whose products they are. */
    @Transactional
    public Set<UUID> publishersOf(Set<Subject> subjects, long after) {
        return Set.copyOf(
                entries.publishersOf(subjects.stream().map(Subject::toString).toList(), after));
    }

    /** How many entries there are; also the index of the next one. */
    public long size() {
        return head.size();
    }

    /** The index of the last entry; -1 before the first. */
    public long lastIndex() {
        return size() - 1;
    }

    Head lockHead() {
        long asked = System.nanoTime();
        Head taken = head.lock();
        metrics.headTaken(asked);
        return taken;
    }

    /** As exact as an entry says it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LogEntry row(Entry said, long index, Instant at) {
        UUID id = newIds.get();
        return new LogEntry(
                index, id, said.type().wireName(), said.subject().toString(), at, lines.write(said, index, at, id));
    }
}
