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

    /** @param url null if what was given leads to no page; then there is a name to show */
    record Evidence(@Nullable String url, String name) {}

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
            String address = item.path("url").asText();
            String title = item.path("title").asText();
            URI page = page(address);
            if (page != null) {
                evidence.add(new Evidence(page.toString(), title.isBlank() ? host(page) : title));
            } else if (!title.isBlank()) {
                evidence.add(new Evidence(null, title));
            } else if (address.startsWith("https://") || address.startsWith("http://")) {
                evidence.add(new Evidence(null, address));
            }
        }
        return List.copyOf(evidence);
    }

    /** What a browser can be sent to, and is understood by it as by us. */
    private static @Nullable URI page(String address) {
        try {
            URI uri = new URI(address);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getRawUserInfo() == null ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String host(URI page) {
        return page.getHost().startsWith("www.") ? page.getHost().substring(4) : page.getHost();
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
