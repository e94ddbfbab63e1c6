package org.livelabel.registry.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is done with one kind of data, however many practices it was told in: telling one practice in two
 * changes nothing.
 *
 * @param pointer of the first practice that speaks of it
 */
record DataUse(String dataType, String name, String pointer, List<JsonNode> practices) {
    /** Open-ended is longer than any number of days; what is overwritten ends some day. */
    private static final int UNTIL_OVERWRITTEN = 36_501;

    private static final int UNTIL_SOMEBODY_ACTS = 36_502;
    private static final List<String> TIES = List.of("anonymous", "linkable", "identified");

    /** By kind of data; what is "other" is told apart by its name. */
    static Map<String, DataUse> in(JsonNode disclosure) {
        Map<String, DataUse> uses = new LinkedHashMap<>();
        for (Collection.Practice told : Collection.of(disclosure).practices()) {
            JsonNode practice = told.node();
            String type = practice.get("data_type").asText();
            String own = ownName(practice.path("name"));
            String key = type.equals("other") ? type + " " + own : type;
            uses.computeIfAbsent(key, k -> new DataUse(type, spoken(type, own), told.pointer(), new ArrayList<>()))
                    .practices
                    .add(practice);
        }
        return uses;
    }

    private static String spoken(String type, String own) {
        return type.equals("other") && !own.isEmpty() ? own : PlainWords.say("type", type);
    }

    /** In English if it is there, else in the first language. */
    private static String ownName(JsonNode texts) {
        return texts.has("en")
                ? texts.get("en").asText()
                : texts.properties().stream()
                        .map(text -> text.getValue().asText())
                        .findFirst()
                        .orElse("");
    }

    /** All values of a list-valued member. */
    Set<String> values(String member) {
        return collect(practice -> texts(practice.path(member)));
    }

    boolean says(String member) {
        return practices.stream().anyMatch(practice -> practice.has(member));
    }

    /** The only word that all practices give; null if one is silent or they differ. */
    @Nullable String agreed(String member) {
        Set<String> words = collect(practice -> Stream.of(practice.path(member).asText()));
        return words.size() == 1 && !words.contains("") ? words.iterator().next() : null;
    }

    boolean isSold() {
        return practices.stream().anyMatch(p -> p.path("sold").asText().equals("yes"));
    }

    boolean isUsedFurther() {
        return !furtherPurposes().isEmpty();
    }

    /** Beyond what the product is made for, and its security. */
    Set<String> furtherPurposes() {
        Set<String> purposes = values("purposes");
        purposes.removeAll(Set.of("core_function", "security"));
        return purposes;
    }

    /** Names of recipients, or their roles. */
    Set<String> recipients(String member) {
        return collect(practice -> recipients(practice).map(r -> r.path(member).asText()));
    }

    /** Who gets it without having been agreed to. */
    Set<String> uninvited() {
        return collect(practice -> recipients(practice)
                .filter(r ->
                        Set.of("opt_out", "none").contains(r.path("consent").asText()))
                .map(r -> r.get("name").asText()));
    }

    /** Rank of how closely it is tied to a person; -1 if nobody says. */
    int tie() {
        return practices.stream()
                .mapToInt(p -> TIES.indexOf(p.path("identifiable").asText()))
                .max()
                .orElse(-1);
    }

    /** The longest that it is kept, comparable; null if nobody says. */
    @Nullable Integer kept(String where) {
        return practices.stream()
                .map(p -> kept(p.path(where)))
                .filter(Objects::nonNull)
                .max(Integer::compare)
                .orElse(null);
    }

    /** How long that is, in words. */
    String keptInWords(String where) {
        return practices.stream()
                .map(p -> p.path(where))
                .filter(r -> Objects.equals(kept(r), kept(where)) && !r.isMissingNode())
                .map(r -> r.has("days")
                        ? PlainWords.days(r.get("days").asInt())
                        : PlainWords.say("until", r.path("until").asText()))
                .findFirst()
                .orElse("not stated how long");
    }

    private static @Nullable Integer kept(JsonNode retention) {
        if (retention.has("days")) {
            return retention.get("days").asInt();
        }
        return switch (retention.path("until").asText()) {
            case "" -> null;
            case "overwritten" -> UNTIL_OVERWRITTEN;
            default -> UNTIL_SOMEBODY_ACTS;
        };
    }

    private Set<String> collect(Function<JsonNode, Stream<String>> of) {
        return practices.stream().flatMap(of).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JsonNode> recipients(JsonNode practice) {
        return practice.path("shared_with").valueStream();
    }

    private static Stream<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText);
    }
}
