package org.livelabel.registry.support;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.entry.Claimant;
import org.livelabel.registry.json.Years;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.promise.SupportRecord;
import org.livelabel.registry.promise.SupportTerms;
import org.livelabel.support.SupportCommitment;
import org.livelabel.support.SupportEnd;

/**
 * The stated days as all-day events. An event keeps its UID for good, so a calendar that subscribes moves it instead of
 * adding another; SEQUENCE grows with each version of the support record.
 */
final class SupportCalendar {
    private static final int[] ALARM_MONTHS = {12, 6, 3, 1};

    private final String origin;
    private final URI labelUrl;

    SupportCalendar(String origin, URI labelUrl) {
        this.origin = origin;
        this.labelUrl = labelUrl;
    }

    /** @throws HttpProblem 409 if the end of security support has no day */
    byte[] of(ProductState product, String maker) {
        SupportRecord support = product.support();
        SupportEnd end = end(support == null ? null : support.terms().commitment());
        SupportTerms terms = Objects.requireNonNull(support).terms();
        String name = maker.isEmpty()
                ? product.identity().name()
                : maker + " " + product.identity().name();
        String said = support.claimant() == Claimant.MANUFACTURER
                ? "The manufacturer says so."
                : "The registry wrote this down; the manufacturer has not confirmed it.";
        CalendarText calendar = new CalendarText()
                .line("BEGIN:VCALENDAR")
                .line("VERSION:2.0")
                .line("PRODID:-//LiveLabel//registry//EN")
                .line("CALSCALE:GREGORIAN")
                .text("NAME", "Support: " + name)
                .text("X-WR-CALNAME", "Support: " + name)
                .line("REFRESH-INTERVAL;VALUE=DURATION:P1D");
        event(
                calendar,
                product,
                "end-of-security-support",
                end.lastDay(),
                name + ": last day with security updates",
                said + (end.monthOnly() ? " Only the month was stated; this is its last day." : ""));
        milestone(
                calendar,
                product,
                "end-of-feature-updates",
                terms.endOfFeatureUpdates(),
                name + ": last day with new features",
                said + " Security updates are another matter.");
        milestone(
                calendar,
                product,
                "end-of-sales",
                terms.endOfSales(),
                name + ": last day on sale",
                said + " Security updates are another matter.");
        return calendar.line("END:VCALENDAR").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void milestone(
            CalendarText calendar,
            ProductState product,
            String milestone,
            @Nullable String day,
            String summary,
            String description) {
        // what was published before there was a rule for years may be beyond what a calendar can write
        if (day != null && !day.equals(SupportTerms.UNSTATED) && Years.hold(LocalDate.parse(day))) {
            event(calendar, product, milestone, LocalDate.parse(day), summary, description);
        }
    }

    private void event(
            CalendarText calendar,
            ProductState product,
            String milestone,
            LocalDate day,
            String summary,
            String description) {
        SupportRecord support = Objects.requireNonNull(product.support());
        calendar.line("BEGIN:VEVENT")
                .text("UID", product.id() + "-" + milestone + "@" + origin)
                .time("DTSTAMP", support.publishedAt())
                .time("LAST-MODIFIED", support.publishedAt())
                .line("SEQUENCE:" + (support.version() - 1))
                .day("DTSTART", day)
                .day("DTEND", day.plusDays(1))
                .text("SUMMARY", summary)
                .text("DESCRIPTION", description)
                .line("URL:" + labelUrl.resolve("/l/" + product.labelCode()))
                .line("TRANSP:TRANSPARENT");
        for (int months : ALARM_MONTHS) {
            calendar.line("BEGIN:VALARM")
                    .line("ACTION:DISPLAY")
                    // RFC 5545 has no duration in months, so each alarm names its moment
                    .moment("TRIGGER", day.minusMonths(months))
                    .text("DESCRIPTION", summary + ", in " + months + (months == 1 ? " month" : " months"))
                    .line("END:VALARM");
        }
        calendar.line("END:VEVENT");
    }

    private static SupportEnd end(@Nullable SupportCommitment commitment) {
        return switch (commitment) {
            case SupportCommitment.FixedDate fixed -> {
                if (!Years.hold(fixed.end().lastDay())) {
                    throw cannotSay(
                            "its stated last day, " + fixed.end() + ", is in no year that a calendar would show");
                }
                yield fixed.end();
            }
            case SupportCommitment.PeriodFromPurchase p ->
                throw cannotSay("it runs for " + p.months() + " months from the day each unit was bought");
            case SupportCommitment.NoticeBeforeEnd n ->
                throw cannotSay("it goes on until its maker says otherwise, " + n.months() + " months ahead");
            case SupportCommitment.NonePromised n -> throw cannotSay("none was ever promised");
            case SupportCommitment.NoEndAnnounced n -> throw cannotSay("no end is announced");
            case SupportCommitment.EndedAtUnstatedDate e ->
                throw cannotSay("it has ended, but nobody said on which day");
            case null -> throw cannotSay("nobody has said anything about it");
        };
    }

    private static HttpProblem cannotSay(String what) {
        return Problem.of(
                ProblemType.FORMAT_CANNOT_SAY,
                "A calendar holds days. Of this product's security support, " + what
                        + ". Read the product's /support instead.");
    }
}
