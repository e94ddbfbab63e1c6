package org.livelabel.label.label;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.livelabel.label.label.LabelView.AnswerSections;
import org.livelabel.label.label.LabelView.HandoverSection;
import org.livelabel.label.label.LabelView.Link;
import org.livelabel.label.label.LabelView.OfflineSection;
import org.livelabel.label.label.LabelView.Row;
import org.livelabel.label.projection.ProductRecord;
import org.livelabel.label.words.Words;
import org.livelabel.support.SupportStatus;

/** The sections that a disclosure fills. Its silences are rows like its answers. */
final class AnswersComposer {
    private final LabelContext context;
    private final Disclosed disclosed;
    private final Words words;
    private final Claims claims;

    AnswersComposer(LabelContext context) {
        this.context = context;
        this.disclosed = context.disclosed();
        this.words = context.words();
        this.claims = new Claims(context);
    }

    /** Null where nobody disclosed anything, or where the document is withheld. */
    @Nullable AnswerSections sections() {
        ProductRecord.Disclosure disclosure = context.product().disclosure();
        if (disclosure == null || disclosed.isNothing()) {
            return null;
        }
        DataComposer data = new DataComposer(context);
        return new AnswerSections(
                data.collects(),
                data.shares(),
                offline(),
                password(),
                rows("security.encrypted_in_transit", "security.encrypted_at_rest", "security.credentials_hashed"),
                updates(),
                handover(),
                holes(),
                new Sources(context).of(disclosure.byMaker(), disclosure.publisher(), disclosed.provenance()));
    }

    private OfflineSection offline() {
        return new OfflineSection(
                claims.row("offline.works"),
                disclosed.texts("offline.keeps", words),
                disclosed.texts("offline.stops", words),
                disclosed.text("offline.physical_safety", words).orElse(null));
    }

    private List<Row> password() {
        String kind = disclosed.at("access.default_password.kind").asText();
        String key = "password." + kind;
        List<Row> rows = new ArrayList<>();
        rows.add(claims.said("access.default_password", words.has(key) ? words.say(key) : null));
        rows.addAll(rows("access.two_factor", "access.lockout", "access.change_notice", "access.recovery"));
        return rows;
    }

    private List<Row> updates() {
        List<Row> rows = new ArrayList<>(
                rows("updates.possible", "updates.automatic", "updates.signed", "updates.keeps_settings"));
        claims.text("updates.how_to_obtain").ifPresent(rows::add);
        rows.add(claims.days("updates.fix_within_days"));
        rows.add(claims.row("security.sbom_kept"));
        return rows;
    }

    private HandoverSection handover() {
        List<Row> rows = new ArrayList<>();
        rows.add(deletion());
        rows.add(claims.row("privacy.device_erase"));
        rows.add(claims.row("ownership.transferable"));
        boolean unsupported = context.status() == SupportStatus.ENDED
                || context.status() == SupportStatus.ENDED_AT_UNSTATED_DATE
                || context.status() == SupportStatus.NONE_PROMISED;
        return new HandoverSection(
                disclosed.texts("ownership.steps_for_new_owner", words),
                disclosed.texts("ownership.steps_before_passing_on", words),
                rows,
                unsupported ? words.say("handover.unsupported") : null);
    }

    private Row deletion() {
        Row row = claims.row("privacy.deletion");
        JsonNode deletion = disclosed.at("privacy.deletion");
        List<String> places = new ArrayList<>();
        for (JsonNode place : deletion.path("where")) {
            String key = "deletion.where." + place.asText();
            if (words.has(key)) {
                places.add(words.say(key));
            }
        }
        String where = places.isEmpty() ? null : words.say("deletion.where", words.list(places));
        JsonNode days = deletion.path("servers_within_days");
        String when = days.canConvertToInt() ? words.count("fact.deletion.servers", days.asInt()) : null;
        String value = where == null ? when : when == null ? where : where + " " + when;
        return new Row(row.term(), row.answer(), value, row.text(), row.basis(), null);
    }

    private List<Row> holes() {
        List<Row> rows = new ArrayList<>();
        rows.add(contact());
        rows.add(claims.address("vulnerabilities.policy_url"));
        rows.addAll(rows("vulnerabilities.monitors_components", "vulnerabilities.rewards"));
        return rows;
    }

    private Row contact() {
        String term = words.say("row.vulnerabilities.contact");
        String contact = disclosed.at("vulnerabilities.contact").asText();
        if (contact.matches("mailto:[^\\s@]+@[^\\s@]+")) {
            return new Row(term, null, null, null, null, new Link(contact, contact.substring(7), true));
        }
        return contact.startsWith("https://")
                ? new Row(
                        term,
                        null,
                        null,
                        null,
                        null,
                        new Link(contact, words.say("row.vulnerabilities.contact.link", context.maker()), true))
                : Row.silent(term);
    }

    private List<Row> rows(String... fields) {
        List<Row> rows = new ArrayList<>();
        for (String field : fields) {
            rows.add(claims.row(field));
        }
        return rows;
    }
}
