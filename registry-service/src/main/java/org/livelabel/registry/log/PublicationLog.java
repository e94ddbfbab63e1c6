package org.livelabel.registry.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
import org.livelabel.registry.wiring.RegistrySettings;

/**
 * Appends to the public log inside the caller's transaction. Entries are never edited or removed.
 *
 * <p>The index is taken under a row lock on the head that is held to commit: entries become visible in the order of their
 * indexes and without gaps, so a reader that remembers the last index it saw never misses one. The lock makes publishers
 * wait for each other; validate first, append last. It is the last one that an act takes; {@code publishing} says which come before.
 */
@ApplicationScoped
public class PublicationLog {
    static final int ENTRY_LIMIT = 16 * 1024;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final EntityManager entityManager;
    private final LogEntryRepository entries;
    private final Clock clock;
    private final Supplier<UUID> newIds;
    private final RegistrySettings settings;
    private final ObjectMapper mapper;
    private final List<Projection> projections;
    private final NewEntries newEntries;
    private final TransactionSynchronizationRegistry transaction;

    PublicationLog(
            EntityManager entityManager,
            LogEntryRepository entries,
            Clock clock,
            Supplier<UUID> newIds,
            RegistrySettings settings,
            ObjectMapper mapper,
            @All List<Projection> projections,
            NewEntries newEntries,
            TransactionSynchronizationRegistry transaction) {
        this.entityManager = entityManager;
        this.entries = entries;
        this.clock = clock;
        this.newIds = newIds;
        this.settings = settings;
        this.mapper = mapper;
        this.projections = projections;
        this.newEntries = newEntries;
        this.transaction = transaction;
    }

    /**
     * Publishes the facts of one command: consecutive indexes, one moment. Their {@code effective_on} is the UTC day of
     * publication.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Publication> append(List<Fact> facts) {
        if (facts.isEmpty()) {
            return List.of();
        }
        // what was written so far must be in the database before others are made to wait
        entityManager.flush();
        Head head = lockHead();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant at = now.isBefore(head.lastTime) ? head.lastTime : now;
        List<Publication> published = new ArrayList<>();
        for (Fact fact : facts) {
            published.add(write(head.size + published.size(), at, fact));
        }
        projections.forEach(projection -> projection.applyAll(published));
        // a projection's constraint (a GTIN leads to one product) is answered here, not at commit
        entityManager.flush();
        moveHead(head.size + published.size(), at);
        wakeReadersAfterCommit();
        return List.copyOf(published);
    }

    /** What {@link #append} would publish on top of the log as it stands. Nothing is written, and nobody waits. */
    public List<Publication> rehearse(List<Fact> facts) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long size = size();
        List<Publication> rehearsed = new ArrayList<>();
        for (Fact fact : facts) {
            rehearsed.add(publication(size + rehearsed.size(), now, fact, data(now, fact)));
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
                .map(this::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** What was published about {@code subject} up to an entry, that one included, oldest first. */
    @Transactional
    public List<Publication> history(Subject subject, long last) {
        return entries.of(subject.toString(), last).stream()
                .map(this::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** What was published about {@code subject} before a moment, of these types only, oldest first. */
    @Transactional
    public List<Publication> history(Subject subject, Set<PublicationType> types, Instant before) {
        return entries.of(subject.toString(), names(types), before).stream()
                .map(this::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The last publications about {@code subject} of these types, the newest first. */
    @Transactional
    public List<Publication> latest(Subject subject, Set<PublicationType> types, int limit) {
        return entries.latest(subject.toString(), names(types), limit).stream()
                .map(this::read)
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
        return ((Number) entityManager
                        .createNativeQuery("select size from log.head")
                        .getSingleResult())
                .longValue();
    }

    /** The index of the last entry; -1 before the first. */
    public long lastIndex() {
        return size() - 1;
    }

    Optional<Publication> read(LogEntry entry) {
        return PublicationType.fromWireName(entry.type).map(type -> {
            JsonNode event = parse(entry.event);
            return new Publication(
                    entry.logIndex,
                    type,
                    Subject.parse(entry.subject),
                    entry.publishedAt,
                    UUID.fromString(event.get("manufacturer").asText()),
                    UUID.fromString(event.get("publisher").asText()),
                    event.get("data"));
        });
    }

    Head lockHead() {
        Object[] row = (Object[]) entityManager
                .createNativeQuery("select size, last_time from log.head for update")
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        return new Head(((Number) row[0]).longValue(), instant(row[1]));
    }

    private Publication write(long index, Instant at, Fact fact) {
        ObjectNode data = data(at, fact);
        UUID publicationId = newIds.get();
        ObjectNode event = mapper.createObjectNode();
        event.put("specversion", "1.0");
        event.put("id", "%012d".formatted(index));
        event.put("source", settings.origin());
        event.put("type", fact.type().wireName());
        event.put("subject", fact.subject().toString());
        event.put("time", TIME.format(at));
        event.put("datacontenttype", "application/json");
        event.put("publicationid", publicationId.toString());
        event.put("manufacturer", fact.manufacturer().toString());
        event.put("publisher", fact.publisher().toString());
        event.set("data", data);
        LogEntry entry = new LogEntry();
        entry.logIndex = index;
        entry.publicationId = publicationId;
        entry.type = fact.type().wireName();
        entry.subject = fact.subject().toString();
        entry.publishedAt = at;
        entry.event = bytes(event);
        if (entry.event.length > ENTRY_LIMIT) {
            throw new IllegalStateException("an entry of " + entry.event.length + " bytes; validation let it through");
        }
        entries.persist(entry);
        return publication(index, at, fact, data);
    }

    private ObjectNode data(Instant at, Fact fact) {
        ObjectNode data = mapper.createObjectNode();
        data.put("effective_on", LocalDate.ofInstant(at, ZoneOffset.UTC).toString());
        data.setAll(fact.data());
        return data;
    }

    private static Publication publication(long index, Instant at, Fact fact, ObjectNode data) {
        return new Publication(index, fact.type(), fact.subject(), at, fact.manufacturer(), fact.publisher(), data);
    }

    private void moveHead(long size, Instant at) {
        entityManager
                .createNativeQuery("update log.head set size = ?1, last_time = ?2")
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter(1, size)
                .setParameter(2, at)
                .executeUpdate();
        entityManager
                .createNativeQuery("update projection.position set next_index = ?1")
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter(1, size)
                .executeUpdate();
    }

    private void wakeReadersAfterCommit() {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    newEntries.announce();
                }
            }
        });
    }

    private static Instant instant(Object column) {
        return switch (column) {
            case Instant i -> i;
            case OffsetDateTime o -> o.toInstant();
            case java.sql.Timestamp t -> t.toInstant();
            default -> throw new IllegalStateException(column.getClass().getName());
        };
    }

    private byte[] bytes(ObjectNode event) {
        try {
            return mapper.writeValueAsBytes(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode parse(byte[] event) {
        try {
            return mapper.readTree(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param size the index of the next entry */
    record Head(long size, Instant lastTime) {}
}
