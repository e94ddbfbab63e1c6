package org.livelabel.label.label;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.UtcDay;
import org.livelabel.label.label.LabelView.LedgerRow;
import org.livelabel.label.projection.ProductRecord;
import org.livelabel.label.words.Dates;
import org.livelabel.label.words.MakerText;
import org.livelabel.label.words.Words;
import org.livelabel.support.SupportCommitment;

/** Every commitment so far: promises of the maker, and what others wrote down, each called what it is. */
final class Ledger {
    private final LabelContext context;
    private final Words words;
    private final Dates dates;

    Ledger(LabelContext context) {
        this.context = context;
        this.words = context.words();
        this.dates = context.dates();
    }

    /** Newest first. */
    List<LedgerRow> rows() {
        List<LedgerRow> rows = new ArrayList<>();
        for (ProductRecord.Support support : context.product().support().reversed()) {
            LocalDate announced = UtcDay.of(support.publishedAt());
            rows.add(new LedgerRow(
                    dates.day(announced),
                    announced.toString(),
                    until(support),
                    context.breaksPromise(support),
                    support.errorCorrected() ? words.say("ledger.error-corrected", change(support)) : change(support),
                    MakerText.of(support.document().at("reason"), words).orElse(null)));
        }
        return rows;
    }

    boolean hasPromise() {
        return context.product().support().stream().anyMatch(ProductRecord.Support::byMaker);
    }

    /** How much a broken promise took back, "2 years"; empty if that is not a matter of two dates. */
    String taken(ProductRecord.Support support) {
        return context.promiseBefore(support)
                .map(before -> apart(before, support))
                .orElse("");
    }

    String until(ProductRecord.Support support) {
        return switch (Commitments.of(support)) {
            case SupportCommitment.FixedDate fixed -> dates.end(fixed.end());
            case SupportCommitment.PeriodFromPurchase p ->
                words.say("ledger.until.period_from_purchase", dates.months(p.months()));
            case SupportCommitment.NoticeBeforeEnd n ->
                words.say("ledger.until.notice_before_end", dates.months(n.months()));
            case SupportCommitment.NonePromised n -> words.say("ledger.until.none_promised");
            case SupportCommitment.NoEndAnnounced n -> words.say("ledger.until.no_end_announced");
            case SupportCommitment.EndedAtUnstatedDate e -> words.say("ledger.until.ended_at_unstated_date");
            case null -> words.say("ledger.until.not_stated");
        };
    }

    private String change(ProductRecord.Support support) {
        if (!support.byMaker()) {
            String publisher = context.nameOf(support.publisher());
            if (support.version() == 1) {
                return words.say("ledger.copied", publisher);
            }
            return words.say(
                    support.change().equals("corrected") ? "ledger.corrected" : "ledger.copied-again", publisher);
        }
        Optional<ProductRecord.Support> before = context.promiseBefore(support);
        if (before.isEmpty()) {
            return words.say(support.version() == 1 ? "ledger.first" : "ledger.first-of-maker");
        }
        String apart = apart(before.get(), support);
        if (support.change().equals("shortened")) {
            return apart.isEmpty() ? words.say("ledger.less") : words.say("ledger.shorter", apart);
        }
        return apart.isEmpty() ? words.say("ledger.changed") : words.say("ledger.longer", apart);
    }

    private String apart(ProductRecord.Support one, ProductRecord.Support other) {
        LocalDate first = lastDay(one);
        LocalDate second = lastDay(other);
        return first == null || second == null || first.equals(second) ? "" : dates.apart(first, second);
    }

    private static @Nullable LocalDate lastDay(ProductRecord.Support support) {
        return Commitments.of(support) instanceof SupportCommitment.FixedDate fixed
                ? fixed.end().lastDay()
                : null;
    }
}
