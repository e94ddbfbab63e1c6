package org.livelabel.label.projection;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One entry of the log.
 *
 * @param type the CloudEvents type; unknown ones are of no concern to labels
 * @param subject {@code products/{uuid}}, {@code organisations/{uuid}} or {@code blobs/{sha256}}
 */
public record Entry(
        long index,
        String source,
        String type,
        String subject,
        Instant publishedAt,
        UUID manufacturer,
        UUID publisher,
        JsonNode data) {

    /** The digest of the document that the entry names, if it names one. */
    public Optional<String> document() {
        JsonNode digest = data.path("document").path("sha256");
        return digest.isTextual() ? Optional.of(digest.asText()) : Optional.empty();
    }

    UUID subjectId() {
        return UUID.fromString(subjectName());
    }

    String subjectName() {
        return subject.substring(subject.indexOf('/') + 1);
    }

    String requiredDocument() {
        return document().orElseThrow(() -> missing("document"));
    }

    String text(String member) {
        JsonNode value = data.path(member);
        if (!value.isTextual()) {
            throw missing(member);
        }
        return value.asText();
    }

    Optional<String> optionalText(String member) {
        JsonNode value = data.path(member);
        return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
    }

    int number(String member) {
        JsonNode value = data.path(member);
        if (!value.canConvertToInt()) {
            throw missing(member);
        }
        return value.asInt();
    }

    Optional<Integer> optionalNumber(String member) {
        JsonNode value = data.path(member);
        return value.canConvertToInt() ? Optional.of(value.asInt()) : Optional.empty();
    }

    boolean flag(String member) {
        return data.path(member).asBoolean(false);
    }

    /** Whether a list of codes holds one of them. */
    boolean has(String member, String code) {
        return data.path(member).valueStream().anyMatch(value -> value.asText().equals(code));
    }

    LocalDate effectiveOn() {
        return LocalDate.parse(text("effective_on"));
    }

    private IllegalArgumentException missing(String member) {
        return new IllegalArgumentException("entry " + index + " of type " + type + " has no " + member);
    }
}
