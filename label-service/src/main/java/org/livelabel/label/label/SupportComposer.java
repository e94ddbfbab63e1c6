package org.livelabel.label.label;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.livelabel.label.label.LabelView.Row;
import org.livelabel.label.label.LabelView.SupportSection;
import org.livelabel.label.projection.ProductRecord;
import org.livelabel.label.words.Dates;
import org.livelabel.label.words.MakerText;
import org.livelabel.label.words.Words;
import org.livelabel.support.SupportCommitment;
import org.livelabel.support.SupportStatus;

/** "How long is it kept secure?" */
final class SupportComposer {
    private final LabelContext context;
    private final Words words;
    private final Dates dates;

    SupportComposer(LabelContext context) {
        this.context = context;
        this.words = context.words();
        this.dates = context.dates();
    }

    SupportSection section() {
        Ledger ledger = new Ledger(context);
        Optional<ProductRecord.Support> support = context.support();
        return new SupportSection(
                summary(),
                words.say(ledger.hasPromise() ? "support.caption" : "support.caption.copied"),
                ledger.rows(),
                support.flatMap(s -> MakerText.of(s.document().at("after_end"), words))
                        .orElse(null),
                support.map(this::otherDates).orElse(List.of()),
                support.map(s -> new Sources(context)
                                .of(
                                        s.byMaker(),
                                        s.publisher(),
                                        context.supportProvenance().orElseThrow()))
                        .orElse(null));
    }

    private String summary() {
        String copied = context.supportIsFromMaker() ? "" : ".copied";
        String who = context.supportIsFromMaker() ? context.maker() : context.sourceName();
        return switch (context.commitment()) {
            case SupportCommitment.FixedDate fixed ->
                words.say(
                        (context.status() == SupportStatus.ENDED ? "support.ended" : "support.fixed_date") + copied,
                        who,
                        dates.end(fixed.end()));
            case SupportCommitment.PeriodFromPurchase p ->
                words.say("support.period_from_purchase" + copied, who, dates.months(p.months()));
            case SupportCommitment.NoticeBeforeEnd n ->
                words.say("support.notice_before_end" + copied, who, dates.months(n.months()));
            case SupportCommitment.NonePromised n -> words.say("support.none_promised" + copied, who);
            case SupportCommitment.NoEndAnnounced n -> words.say("support.no_end_announced" + copied, who);
            case SupportCommitment.EndedAtUnstatedDate e -> words.say("support.ended_at_unstated_date" + copied, who);
            case null -> words.say("support.not_stated" + copied, who);
        };
    }

    /** What is known besides; each under its own name, none of them a promise of security updates. */
    private List<Row> otherDates(ProductRecord.Support support) {
        List<Row> rows = new ArrayList<>();
        LocalDate onSale = support.generalAvailability();
        if (onSale != null) {
            rows.add(Row.stated(words.say("dates.on-sale"), dates.day(onSale)));
        }
        milestone(rows, "dates.end-of-sales", support.endOfSales());
        milestone(rows, "dates.end-of-features", support.endOfFeatureUpdates());
        return rows;
    }

    private void milestone(List<Row> rows, String term, @Nullable String value) {
        if (value == null) {
            return;
        }
        try {
            LocalDate day = LocalDate.parse(value);
            String tense = day.isBefore(context.today()) ? ".past" : ".future";
            rows.add(Row.stated(words.say(term + tense), dates.day(day)));
        } catch (DateTimeException e) {
            // "unstated", or something that only a later version of the log can say
            rows.add(Row.stated(words.say(term + ".unstated"), words.say("dates.unstated")));
        }
    }
}
