package org.livelabel.label.label;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.livelabel.label.label.LabelView.Piece;
import org.livelabel.label.label.LabelView.TimeBar;
import org.livelabel.label.projection.ProductRecord;
import org.livelabel.support.SupportCommitment;

/**
 * The bar under the sentence: solid is still to come or was kept, thin is past, dashed was promised and not kept or is not
 * confirmed by the maker. Drawn only where both its ends are known.
 */
final class TimeBars {
    private static final double NEAR_THE_EDGE = 8;

    private TimeBars() {}

    static @Nullable TimeBar of(LabelContext context) {
        LocalDate start = context.support()
                .map(ProductRecord.Support::generalAvailability)
                .orElse(null);
        if (start == null || !(context.commitment() instanceof SupportCommitment.FixedDate fixed)) {
            return null;
        }
        LocalDate end = fixed.end().lastDay();
        LocalDate today = context.today();
        if (!start.isBefore(end) || today.isBefore(start)) {
            return null;
        }
        LocalDate promised = longestPromise(context, end);
        LocalDate edge = latest(promised, today.isAfter(end) ? today : end);
        boolean confirmed = context.supportIsFromMaker();
        double now = percent(start, today, edge);
        double ended = percent(start, end, edge);
        List<Piece> pieces = new ArrayList<>();
        if (today.isAfter(end)) {
            pieces.add(piece(confirmed ? "kept" : "gone", 0, ended));
            if (promised.isAfter(end)) {
                pieces.add(piece("gone", ended, percent(start, promised, edge)));
            } else {
                pieces.add(piece("past", ended, 100));
            }
        } else {
            pieces.add(piece("past", 0, now));
            pieces.add(piece(confirmed ? "kept" : "gone", now, ended));
            if (promised.isAfter(end)) {
                pieces.add(piece("gone", ended, 100));
            }
        }
        return new TimeBar(
                List.copyOf(pieces),
                number(now),
                now < NEAR_THE_EDGE ? "start" : now > 100 - NEAR_THE_EDGE ? "end" : "middle",
                context.words().say("bar.on-sale", context.dates().month(start)),
                endText(context, end, promised));
    }

    private static String endText(LabelContext context, LocalDate end, LocalDate promised) {
        if (promised.isAfter(end)) {
            return context.words().say("bar.promised", context.dates().month(promised));
        }
        return context.today().isAfter(end) ? "" : context.dates().month(end);
    }

    /** The farthest day that the maker ever promised, if it took days back; otherwise the end. */
    private static LocalDate longestPromise(LabelContext context, LocalDate end) {
        LocalDate farthest = end;
        for (ProductRecord.Support support : context.product().support()) {
            if (support.byMaker()
                    && Commitments.of(support) instanceof SupportCommitment.FixedDate fixed
                    && context.product().support().stream().anyMatch(context::breaksPromise)) {
                farthest = latest(farthest, fixed.end().lastDay());
            }
        }
        return farthest;
    }

    private static LocalDate latest(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static double percent(LocalDate start, LocalDate day, LocalDate edge) {
        return 100.0 * ChronoUnit.DAYS.between(start, day) / ChronoUnit.DAYS.between(start, edge);
    }

    private static Piece piece(String kind, double from, double to) {
        return new Piece(kind, number(from), number(to - from));
    }

    private static String number(double percent) {
        return String.format(Locale.ROOT, "%.1f", percent);
    }
}
