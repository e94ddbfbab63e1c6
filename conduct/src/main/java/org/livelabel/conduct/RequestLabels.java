package org.livelabel.conduct;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Keeps out of the labels of counted requests what a caller chooses: a method that nobody knows, an address that leads nowhere.
 * Each would be a series of its own, and stay.
 */
@Singleton
final class RequestLabels implements MeterFilter {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
    /** What the framework says of an address without a route. */
    private static final String NOWHERE = "NOT_FOUND";

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().startsWith("http.server.")) {
            return id;
        }
        boolean nowhere = "404".equals(id.getTag("status"));
        List<Tag> tags = id.getTags().stream().map(tag -> known(tag, nowhere)).toList();
        return id.replaceTags(tags);
    }

    private static Tag known(Tag tag, boolean nowhere) {
        return switch (tag.getKey()) {
            case "method" -> METHODS.contains(tag.getValue()) ? tag : Tag.of("method", "OTHER");
            case "uri" -> isTemplate(tag.getValue(), nowhere) ? tag : Tag.of("uri", NOWHERE);
            default -> tag;
        };
    }

    /** A route with a parameter is ours, whatever became of the request; one without has an answer. */
    private static boolean isTemplate(String uri, boolean nowhere) {
        return Objects.equals(uri, NOWHERE)
                || uri.contains("{")
                || !nowhere && !uri.contains("//") && !uri.contains("..");
    }
}
