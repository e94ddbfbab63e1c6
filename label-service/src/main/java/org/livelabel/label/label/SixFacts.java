package org.livelabel.label.label;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.livelabel.label.words.MakerText;
import org.livelabel.label.words.Words;
import org.livelabel.support.SupportStatus;

/**
 * From the fields of a disclosure to the six facts of a label. The worst known answer wins, then silence: what is not
 * stated never raises a fact. The page {@code /how} says the same in plain words.
 */
final class SixFacts {
    private static final int TYPES_SHOWN = 4;

    private final Words words;

    SixFacts(Words words) {
        this.words = words;
    }

    List<Fact> of(Disclosed disclosed, SupportStatus support) {
        return List.of(
                fact("collects_only_needed", "eye", "collects", collects(disclosed), "data.collects", "data.practices"),
                fact(
                        "keeps_data_to_itself",
                        "share",
                        "shares",
                        keeps(disclosed),
                        "data.collects",
                        "data.practices",
                        "privacy.no_sale"),
                fact(
                        "works_offline",
                        "offline",
                        "offline",
                        offline(disclosed),
                        "offline.works",
                        "offline.keeps",
                        "offline.stops"),
                fact("safe_password", "key", "password", password(disclosed), "access.default_password"),
                fact(
                        "updates_itself",
                        "update",
                        "updates",
                        updates(disclosed, support),
                        "support",
                        "updates.possible",
                        "updates.automatic"),
                fact("deletes_data", "bin", "handover", deletion(disclosed), "privacy.deletion", "data.practices"));
    }

    /** "4 yes, 2 partly". What does not apply is left out. */
    String counts(List<Fact> facts) {
        List<String> parts = new ArrayList<>();
        for (Answer answer : List.of(Answer.YES, Answer.PARTLY, Answer.NO, Answer.NOT_STATED)) {
            long number = facts.stream().filter(f -> f.answer() == answer).count();
            if (number == facts.size() && answer == Answer.NOT_STATED) {
                return words.say("six.none-stated", number);
            }
            if (number > 0) {
                parts.add(words.say("six.count." + answer.wireName(), number));
            }
        }
        return String.join(words.say("list.comma"), parts);
    }

    record Verdict(Answer answer, String sentence) {}

    Verdict collects(Disclosed disclosed) {
        if (disclosed.collectsNothing()) {
            return say(Answer.YES, "fact.collects.nothing");
        }
        List<Practice> practices = disclosed.practices();
        List<Practice> further = practices.stream()
                .filter(p -> !p.furtherPurposes().isEmpty() && !Boolean.TRUE.equals(p.optIn()))
                .toList();
        if (further.stream().anyMatch(p -> Boolean.FALSE.equals(p.canDecline()))) {
            return say(Answer.NO, "fact.collects.no", purposes(further));
        }
        boolean silent = practices.isEmpty()
                || practices.stream().anyMatch(p -> p.purposes().isEmpty())
                || further.stream().anyMatch(p -> p.canDecline() == null);
        if (silent) {
            return say(Answer.NOT_STATED, "fact.collects.not_stated");
        }
        return further.isEmpty()
                ? new Verdict(Answer.YES, words.say("fact.collects.yes", words.sentence(dataTypes(practices))))
                : say(Answer.PARTLY, "fact.collects.partly", purposes(further));
    }

    Verdict keeps(Disclosed disclosed) {
        List<Practice> practices = disclosed.practices();
        if (practices.stream().anyMatch(p -> Boolean.TRUE.equals(p.sold()))) {
            return say(Answer.NO, "fact.keeps.sold");
        }
        long traders = recipients(practices).stream()
                .filter(Practice.Recipient::isUninvitedTrader)
                .map(Practice.Recipient::name)
                .distinct()
                .count();
        if (traders > 0) {
            return new Verdict(Answer.NO, words.sentence(words.countInLetters("fact.keeps.traders", traders)));
        }
        if (disclosed.collectsNothing()) {
            return say(Answer.YES, "fact.keeps.nothing");
        }
        boolean saleDenied = disclosed.answer("privacy.no_sale") == Answer.YES
                || practices.stream().allMatch(p -> Boolean.FALSE.equals(p.sold()));
        boolean silent =
                practices.isEmpty() || !saleDenied || practices.stream().anyMatch(p -> p.sharedWith() == null);
        if (silent) {
            return say(Answer.NOT_STATED, "fact.keeps.not_stated");
        }
        List<Practice.Recipient> recipients = recipients(practices);
        if (recipients.isEmpty()) {
            return say(Answer.YES, "fact.keeps.yes");
        }
        boolean helpersOnly = recipients.stream().allMatch(r -> r.role().equals("service_provider"));
        long names =
                recipients.stream().map(Practice.Recipient::name).distinct().count();
        String who = words.countInLetters(helpersOnly ? "fact.keeps.helpers" : "fact.keeps.others", names);
        return say(Answer.PARTLY, "fact.keeps.partly", words.sentence(who));
    }

    Verdict offline(Disclosed disclosed) {
        Answer works = disclosed.answer("offline.works");
        return switch (works) {
            case PARTLY -> {
                Optional<MakerText> keeps =
                        disclosed.texts("offline.keeps", words).stream().findFirst();
                Optional<MakerText> stops =
                        disclosed.texts("offline.stops", words).stream().findFirst();
                yield keeps.isPresent() && stops.isPresent()
                        ? say(
                                works,
                                "fact.offline.partly",
                                keeps.get().text(),
                                stops.get().text())
                        : say(works, "fact.offline.some");
            }
            default -> say(works, "fact.offline." + works.wireName());
        };
    }

    Verdict password(Disclosed disclosed) {
        String kind = disclosed.at("access.default_password.kind").asText();
        return switch (kind) {
            case "none", "user_chosen", "unique_per_device" -> say(Answer.YES, "fact.password." + kind);
            case "must_change" -> say(Answer.PARTLY, "fact.password.must_change");
            case "fixed" -> say(Answer.NO, "fact.password.fixed");
            default -> say(Answer.NOT_STATED, "fact.silent");
        };
    }

    Verdict updates(Disclosed disclosed, SupportStatus support) {
        if (support == SupportStatus.ENDED || support == SupportStatus.ENDED_AT_UNSTATED_DATE) {
            return say(Answer.NO, "fact.updates.ended");
        }
        if (support == SupportStatus.NONE_PROMISED) {
            return say(Answer.NO, "fact.updates.none");
        }
        if (disclosed.answer("updates.possible") == Answer.NO) {
            return say(Answer.NO, "fact.updates.impossible");
        }
        Answer automatic = disclosed.answer("updates.automatic");
        return say(automatic, "fact.updates." + automatic.wireName());
    }

    Verdict deletion(Disclosed disclosed) {
        Answer answer = disclosed.answer("privacy.deletion");
        if (answer == Answer.NO || answer == Answer.NOT_STATED || answer == Answer.NOT_APPLICABLE) {
            return say(answer, "fact.deletion." + answer.wireName());
        }
        JsonNode deletion = disclosed.at("privacy.deletion");
        boolean serversToo = contains(deletion.path("where"), "servers");
        boolean nothingInCloud = disclosed.collectsNothing()
                || !disclosed.practices().isEmpty()
                        && disclosed.practices().stream().allMatch(Practice::isNeverInCloud);
        if (answer == Answer.PARTLY || !serversToo && !nothingInCloud) {
            return say(
                    Answer.PARTLY,
                    deletion.path("where").size() == 1 && contains(deletion.path("where"), "device")
                            ? "fact.deletion.device"
                            : "fact.deletion.some");
        }
        String how = deletion.path("how").asText();
        String way =
                words.say(words.has("fact.deletion.how." + how) ? "fact.deletion.how." + how : "fact.deletion.can");
        JsonNode days = deletion.path("servers_within_days");
        return serversToo && days.canConvertToInt()
                ? new Verdict(Answer.YES, way + " " + words.count("fact.deletion.servers", days.asInt()))
                : new Verdict(Answer.YES, way);
    }

    /** "video, sound, movement and 2 more". */
    String dataTypes(List<Practice> practices) {
        List<String> types = practices.stream().map(this::dataType).distinct().toList();
        return types.size() <= TYPES_SHOWN
                ? String.join(words.say("list.comma"), types)
                : words.say(
                        "fact.collects.more",
                        String.join(words.say("list.comma"), types.subList(0, TYPES_SHOWN - 1)),
                        types.size() - TYPES_SHOWN + 1);
    }

    private String dataType(Practice practice) {
        String key = "data." + practice.dataType();
        return words.say(words.has(key) ? key : "data.other");
    }

    private String purposes(List<Practice> practices) {
        List<String> purposes = practices.stream()
                .map(Practice::furtherPurposes)
                .flatMap(Collection::stream)
                .map(p -> "purpose." + p)
                .map(key -> words.say(words.has(key) ? key : "purpose.other"))
                .distinct()
                .toList();
        return words.list(purposes);
    }

    private static List<Practice.Recipient> recipients(List<Practice> practices) {
        return practices.stream()
                .map(Practice::sharedWith)
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .toList();
    }

    private static boolean contains(JsonNode items, String text) {
        for (JsonNode item : items) {
            if (item.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private Verdict say(Answer answer, String key, Object... slots) {
        return new Verdict(answer, slots.length == 0 ? words.say(key) : words.say(key, slots));
    }

    private Fact fact(String id, String icon, String section, Verdict verdict, String... fields) {
        return new Fact(id, icon, section, verdict.answer(), verdict.sentence(), List.of(fields));
    }
}
