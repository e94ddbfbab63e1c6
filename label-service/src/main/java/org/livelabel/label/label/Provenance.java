package org.livelabel.label.label;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On what basis something is claimed. Who claims it is never in here: it is the publisher of the entry.
 *
 * @param basis statement, document, test or measurement
 */
record Provenance(
        String basis, List<Evidence> evidence, @Nullable LocalDate assertedOn) {
    private static final List<String> BASES = List.of("statement", "document", "test", "measurement");

    /** @param url https only; other addresses are dropped when read */
    record Evidence(String url, @Nullable String title) {
        /** Its title, or else the host that it is at. */
        String name() {
            if (title != null) {
                return title;
            }
            String host = URI.create(url).getHost();
            return host.startsWith("www.") ? host.substring(4) : host;
        }
    }

    /** @param override may be missing; its members replace those of {@code standard} one by one */
    static Provenance of(JsonNode standard, JsonNode override) {
        String basis = pick(standard, override, "basis").asText("statement");
        return new Provenance(
                BASES.contains(basis) ? basis : "statement",
                evidence(pick(standard, override, "evidence")),
                date(pick(standard, override, "asserted_on").asText()));
    }

    Optional<Evidence> source() {
        return evidence.stream().findFirst();
    }

    private static JsonNode pick(JsonNode standard, JsonNode override, String member) {
        return override.has(member) ? override.path(member) : standard.path(member);
    }

    private static List<Evidence> evidence(JsonNode items) {
        List<Evidence> evidence = new ArrayList<>();
        for (JsonNode item : items) {
            String url = item.path("url").asText();
            if (isPublic(url)) {
                String title = item.path("title").asText();
                evidence.add(new Evidence(url, title.isBlank() ? null : title));
            }
        }
        return List.copyOf(evidence);
    }

    private static boolean isPublic(String url) {
        try {
            URI uri = new URI(url);
            return "https".equals(uri.getScheme()) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
