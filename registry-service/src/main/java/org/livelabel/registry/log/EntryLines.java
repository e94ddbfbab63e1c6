package org.livelabel.registry.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.livelabel.conduct.UtcDay;
import org.livelabel.registry.entry.About;
import org.livelabel.registry.entry.Entry;
import org.livelabel.registry.entry.PublicationType;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.json.Schemas;
import org.livelabel.registry.wiring.RegistrySettings;

/**
 * Entries as lines of CloudEvents 1.0 JSON (docs/log-format.md): the bytes that are kept for good. What is written now keeps to
 * the schema of its type; what is read may be older, or newer.
 */
@ApplicationScoped
class EntryLines {
    static final int LIMIT = 16 * 1024;

    private static final String EFFECTIVE_ON = "effective_on";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    /** As long as any. */
    private static final UUID SOME_ID = new UUID(0, 0);

    private final RegistrySettings settings;
    private final Schemas schemas;
    private final ObjectMapper mapper;

    EntryLines(RegistrySettings settings, Schemas schemas, ObjectMapper mapper) {
        this.settings = settings;
        this.schemas = schemas;
        this.mapper = mapper;
    }

    /**
     * Looks at an entry before anybody is made to wait for it. Where it will stand changes neither its length nor what its
     * schema says of it.
     *
     * @throws IllegalStateException if it cannot stand in the log. That is a fault of ours, never a caller's: bodies have
     *     rules of their own
     */
    void require(Entry entry, Instant at) {
        String schema = entry.type().schema();
        List<String> flaws = schemas.flaws(schema, data(entry, at));
        if (!flaws.isEmpty()) {
            throw new IllegalStateException(schema + " refuses an entry: " + String.join(", ", flaws));
        }
        int length = write(entry, 0, at, SOME_ID).length;
        if (length > LIMIT) {
            throw new IllegalStateException(schema + ": an entry of " + length + " bytes; validation let it through");
        }
    }

    byte[] write(Entry entry, long index, Instant at, UUID publicationId) {
        ObjectNode event = mapper.createObjectNode()
                .put("specversion", "1.0")
                .put("id", "%012d".formatted(index))
                .put("source", settings.origin())
                .put("type", entry.type().wireName())
                .put("subject", entry.subject().toString())
                .put("time", TIME.format(at))
                .put("datacontenttype", "application/json")
                .put("dataschema", Schemas.id(entry.type().schema()).toString())
                .put("publicationid", publicationId.toString())
                .put("manufacturer", entry.manufacturer().toString())
                .put("publisher", entry.publisher().toString());
        event.set("data", data(entry, at));
        try {
            return mapper.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An entry that is published at that moment, as readers will understand its line. */
    Publication publication(Entry entry, long index, Instant at) {
        LocalDate day = entry.effectiveOn();
        return new Publication(index, at, day == null ? UtcDay.of(at) : day, entry);
    }

    /** Empty for a type that a later release wrote. */
    Optional<Publication> read(LogEntry row) {
        return PublicationType.fromWireName(row.type()).map(type -> {
            JsonNode event = parse(row.event());
            JsonNode data = event.get("data");
            About about = new About(
                    Subject.parse(row.subject()),
                    UUID.fromString(event.get("manufacturer").asText()),
                    UUID.fromString(event.get("publisher").asText()));
            return new Publication(row.logIndex(), row.publishedAt(), effectiveOn(data), Entry.of(type, about, data));
        });
    }

    private ObjectNode data(Entry entry, Instant at) {
        ObjectNode data =
                mapper.createObjectNode().put(EFFECTIVE_ON, UtcDay.of(at).toString());
        return data.setAll(entry.data());
    }

    private static LocalDate effectiveOn(JsonNode data) {
        return LocalDate.parse(data.get(EFFECTIVE_ON).asText());
    }

    private JsonNode parse(byte[] event) {
        try {
            return mapper.readTree(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
