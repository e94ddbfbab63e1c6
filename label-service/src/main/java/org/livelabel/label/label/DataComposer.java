package org.livelabel.label.label;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.livelabel.label.label.LabelView.CollectsSection;
import org.livelabel.label.label.LabelView.DataDetail;
import org.livelabel.label.label.LabelView.DataName;
import org.livelabel.label.label.LabelView.DataRow;
import org.livelabel.label.label.LabelView.Row;
import org.livelabel.label.words.Dates;
import org.livelabel.label.words.MakerText;
import org.livelabel.label.words.Words;

/** "What does it collect?" and "Who else gets your data?" */
final class DataComposer {
    private final Disclosed disclosed;
    private final Words words;
    private final Dates dates;
    private final Claims claims;

    DataComposer(LabelContext context) {
        this.disclosed = context.disclosed();
        this.words = context.words();
        this.dates = context.dates();
        this.claims = new Claims(context);
    }

    CollectsSection collects() {
        List<Practice> practices = disclosed.practices();
        String summary;
        if (disclosed.collectsNothing()) {
            summary = words.say("collects.nothing");
        } else if (practices.isEmpty()) {
            summary = words.say(
                    disclosed.answer("data.collects") == Answer.YES ? "collects.unlisted" : "collects.not_stated");
        } else {
            summary = words.sentence(words.list(practices.stream()
                            .map(p -> name(p).text().text().toLowerCase(Locale.ROOT))
                            .distinct()
                            .toList()))
                    + ".";
        }
        return new CollectsSection(
                summary,
                practices.stream().map(this::row).toList(),
                practices.stream().map(this::detail).toList());
    }

    List<Row> shares() {
        List<Row> rows = new ArrayList<>();
        rows.add(sale());
        for (Map.Entry<String, List<Share>> recipient : byRecipient().entrySet()) {
            rows.add(recipient(recipient.getKey(), recipient.getValue()));
        }
        boolean someSilent = disclosed.practices().stream().anyMatch(p -> p.sharedWith() == null);
        if (disclosed.practices().isEmpty() && !disclosed.collectsNothing() || someSilent) {
            rows.add(Row.silent(words.say(rows.size() > 1 ? "shares.others" : "shares.who")));
        } else if (rows.size() == 1) {
            rows.add(Row.stated(words.say("shares.who"), words.say("shares.nobody")));
        }
        rows.add(claims.address("privacy.policy_url"));
        rows.add(claims.address("privacy.controls_url"));
        claims.text("privacy.opt_out_consequences").ifPresent(rows::add);
        return rows;
    }

    private record Share(Practice practice, Practice.Recipient recipient) {}

    private Row sale() {
        String term = words.say("shares.sold");
        List<Practice> practices = disclosed.practices();
        Row promise = claims.row("privacy.no_sale");
        if (practices.stream().anyMatch(p -> Boolean.TRUE.equals(p.sold()))) {
            return new Row(term, null, words.say("shares.sold.yes"), null, null, null);
        }
        if (disclosed.answer("privacy.no_sale") == Answer.YES) {
            return new Row(term, null, words.say("shares.sold.never"), promise.text(), promise.basis(), null);
        }
        if (!practices.isEmpty() && practices.stream().allMatch(p -> Boolean.FALSE.equals(p.sold()))) {
            return new Row(term, null, words.say("shares.sold.no"), null, null, null);
        }
        return disclosed.collectsNothing() ? Row.stated(term, words.say("shares.sold.nothing")) : Row.silent(term);
    }

    private Map<String, List<Share>> byRecipient() {
        Map<String, List<Share>> found = new LinkedHashMap<>();
        for (Practice practice : disclosed.practices()) {
            for (Practice.Recipient recipient :
                    Objects.requireNonNullElse(practice.sharedWith(), List.<Practice.Recipient>of())) {
                found.computeIfAbsent(recipient.name(), n -> new ArrayList<>()).add(new Share(practice, recipient));
            }
        }
        return found;
    }

    private Row recipient(String name, List<Share> shares) {
        Practice.Recipient first = shares.getFirst().recipient();
        String role = word("role.", first.role());
        String data = words.list(shares.stream()
                .map(s -> name(s.practice()).text().text().toLowerCase(Locale.ROOT))
                .distinct()
                .toList());
        String consent = words.has("consent." + first.consent()) ? " " + words.say("consent." + first.consent()) : "";
        return new Row(
                name,
                null,
                words.say("shares.gets", role, data) + consent,
                MakerText.of(first.purpose(), words).orElse(null),
                null,
                null);
    }

    private DataRow row(Practice practice) {
        return new DataRow(
                name(practice),
                kept(practice.keptInCloud()),
                shared(practice),
                yesNo(practice.sold()),
                Boolean.TRUE.equals(practice.optIn()) ? words.say("collects.opt-in") : yesNo(practice.canDecline()));
    }

    private DataDetail detail(Practice practice) {
        List<Row> rows = new ArrayList<>();
        add(
                rows,
                "detail.why",
                practice.purposes().isEmpty()
                        ? null
                        : words.sentence(words.list(practice.purposes().stream()
                                .map(p -> word("purpose.", p))
                                .toList())));
        add(rows, "detail.on-device", kept(practice.keptOnDevice()));
        String online = kept(practice.keptInCloud());
        add(
                rows,
                "detail.online",
                online == null || practice.cloudRegions().isEmpty()
                        ? online
                        : words.say("detail.online.where", online, regions(practice)));
        add(
                rows,
                "detail.tied",
                practice.identifiable() == null ? null : word("identifiable.", practice.identifiable()));
        return new DataDetail(name(practice), rows);
    }

    private void add(List<Row> rows, String term, @Nullable String value) {
        rows.add(value == null ? Row.silent(words.say(term)) : Row.stated(words.say(term), value));
    }

    private DataName name(Practice practice) {
        return new DataName(MakerText.of(practice.name(), words)
                .orElseGet(() -> new MakerText(words.sentence(word("data.", practice.dataType())), words.language())));
    }

    private String regions(Practice practice) {
        return words.list(practice.cloudRegions().stream()
                .map(code -> Locale.of("", code).getDisplayCountry(words.locale()))
                .toList());
    }

    private @Nullable String kept(Practice.@Nullable Retention retention) {
        if (retention == null) {
            return null;
        }
        Integer days = retention.days();
        if (days == null) {
            String key = "kept." + retention.until();
            return words.has(key) ? words.say(key) : null;
        }
        return days == 0 ? words.say("kept.not") : dates.days(days);
    }

    private @Nullable String shared(Practice practice) {
        List<Practice.Recipient> recipients = practice.sharedWith();
        if (recipients == null) {
            return null;
        }
        return recipients.isEmpty()
                ? words.say("answer.no")
                : words.count(
                        "collects.shared",
                        recipients.stream()
                                .map(Practice.Recipient::name)
                                .distinct()
                                .count());
    }

    private @Nullable String yesNo(@Nullable Boolean answer) {
        return answer == null ? null : words.say(answer ? "answer.yes" : "answer.no");
    }

    private String word(String group, String code) {
        return words.say(words.has(group + code) ? group + code : group + "other");
    }
}
