package org.livelabel.label.label;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is done with one kind of data. Null is "not stated".
 *
 * @param purposes empty: not stated
 * @param sharedWith null: not stated; empty: with nobody
 */
record Practice(
        String dataType,
        JsonNode name,
        List<String> purposes,
        @Nullable Boolean optIn,
        @Nullable Boolean canDecline,
        @Nullable Boolean sold,
        @Nullable String identifiable,
        @Nullable Retention keptOnDevice,
        @Nullable Retention keptInCloud,
        List<String> cloudRegions,
        @Nullable List<Recipient> sharedWith) {
    /** A purpose that this version does not know is none of these: it must not pass for harmless. */
    private static final Set<String> NEEDED = Set.of("core_function", "security");

    record Recipient(String name, String role, JsonNode purpose, String consent) {
        /** Gets data for its own gain, and without having been agreed to. */
        boolean isUninvitedTrader() {
            return (role.equals("advertiser") || role.equals("data_broker")) && !consent.equals("opt_in");
        }
    }

    /** Exactly one of the two is set. */
    record Retention(@Nullable Integer days, @Nullable String until) {}

    static Practice of(JsonNode node) {
        return new Practice(
                node.path("data_type").asText("other"),
                node.path("name"),
                texts(node.path("purposes")),
                yesNo(node.path("opt_in")),
                yesNo(node.path("can_decline")),
                yesNo(node.path("sold")),
                node.path("identifiable").isTextual()
                        ? node.path("identifiable").asText()
                        : null,
                retention(node.path("kept_on_device")),
                retention(node.path("kept_in_cloud")),
                texts(node.path("cloud_regions")),
                recipients(node.path("shared_with")));
    }

    /** What else it is used for, beyond what the product does and its security. */
    List<String> furtherPurposes() {
        return purposes.stream().filter(purpose -> !NEEDED.contains(purpose)).toList();
    }

    boolean isNeverInCloud() {
        return keptInCloud != null && Integer.valueOf(0).equals(keptInCloud.days());
    }

    private static @Nullable Boolean yesNo(JsonNode node) {
        return switch (node.asText()) {
            case "yes" -> true;
            case "no" -> false;
            default -> null;
        };
    }

    private static List<String> texts(JsonNode items) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.asText()));
        return List.copyOf(texts);
    }

    private static @Nullable Retention retention(JsonNode node) {
        if (node.path("days").canConvertToInt()) {
            return new Retention(node.path("days").asInt(), null);
        }
        return node.path("until").isTextual()
                ? new Retention(null, node.path("until").asText())
                : null;
    }

    private static @Nullable List<Recipient> recipients(JsonNode items) {
        if (!items.isArray()) {
            return null;
        }
        List<Recipient> recipients = new ArrayList<>();
        for (JsonNode item : items) {
            recipients.add(new Recipient(
                    item.path("name").asText(),
                    item.path("role").asText("other"),
                    item.path("purpose"),
                    item.path("consent").asText()));
        }
        return List.copyOf(recipients);
    }
}
