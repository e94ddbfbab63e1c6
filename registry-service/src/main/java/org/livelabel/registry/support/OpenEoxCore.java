package org.livelabel.registry.support;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.promise.SupportRecord;
import org.livelabel.registry.promise.SupportTerms;
import org.livelabel.support.SupportCommitment;

/**
 * OpenEoX Core 1.0 (CSD01): the object, what of a support record can be said in it, and the specification's three
 * mandatory tests. Each date is an RFC 3339 date-time or {@code tba}, "not yet announced".
 *
 * <p>{@code end_of_life}, the last day supported in any way, is always {@code tba}: nobody here states it, and the end of
 * security updates is not it.
 */
@JsonPropertyOrder({
    "$schema",
    "end_of_life",
    "end_of_sales",
    "end_of_security_support",
    "general_availability",
    "last_updated"
})
record OpenEoxCore(
        @JsonProperty("$schema") String schema,
        @JsonProperty("end_of_life") String endOfLife,
        @JsonProperty("end_of_security_support") String endOfSecuritySupport,
        @JsonProperty("last_updated") String lastUpdated,
        @JsonProperty("end_of_sales") @Nullable String endOfSales,
        @JsonProperty("general_availability") @Nullable String generalAvailability) {
    static final String SCHEMA = "https://docs.oasis-open.org/openeox/v1.0/schema/core.json";
    static final String TBA = "tba";

    /** Upper-case T and Z, an explicit offset, no leap second. */
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:[0-5]\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    /** @throws HttpProblem 409 if the format cannot say what holds */
    static OpenEoxCore of(@Nullable SupportRecord support) {
        OpenEoxCore core = new OpenEoxCore(
                SCHEMA,
                TBA,
                endOfSecuritySupport(support == null ? null : support.terms().commitment()),
                SECONDS.format(Objects.requireNonNull(support).publishedAt()),
                lastSecond(support.terms().endOfSales()),
                firstSecond(support.terms().generalAvailability()));
        List<String> failed = core.failedTests();
        if (!failed.isEmpty()) {
            throw cannotSay("these dates contradict each other: " + String.join("; ", failed));
        }
        return core;
    }

    /** The mandatory tests of section 7.1 that this object fails, each as a sentence. */
    List<String> failedTests() {
        List<String> failed = new ArrayList<>();
        List<String> all = Stream.of(endOfLife, endOfSecuritySupport, endOfSales, generalAvailability, lastUpdated)
                .filter(Objects::nonNull)
                .toList();
        // 7.1.2 first: the others compare what it lets through
        if (all.stream().anyMatch(date -> !date.equals(TBA) && !isDateTime(date)) || lastUpdated.equals(TBA)) {
            failed.add("7.1.2: a date is not a date-time of RFC 3339 as the specification wants it");
            return failed;
        }
        List<Instant> others = Stream.of(endOfSecuritySupport, endOfSales, generalAvailability)
                .filter(date -> date != null && !date.equals(TBA))
                .map(OpenEoxCore::instant)
                .toList();
        // "tba" comes after every date
        if (!endOfLife.equals(TBA) && others.stream().anyMatch(instant(endOfLife)::isBefore)) {
            failed.add("7.1.1: end_of_life is before another date");
        }
        if (generalAvailability != null && !generalAvailability.equals(TBA)) {
            Instant begin = instant(generalAvailability);
            boolean early = Stream.of(endOfLife, endOfSecuritySupport, endOfSales)
                    .filter(date -> date != null && !date.equals(TBA))
                    .map(OpenEoxCore::instant)
                    .anyMatch(begin::isAfter);
            if (early) {
                failed.add("7.1.3: general_availability is after another date");
            }
        }
        return failed;
    }

    private static String endOfSecuritySupport(@Nullable SupportCommitment commitment) {
        return switch (commitment) {
            case SupportCommitment.FixedDate fixed -> lastSecond(fixed.end().lastDay());
            // an end will come and is not announced yet: that is what tba says
            case SupportCommitment.NoticeBeforeEnd n -> TBA;
            case SupportCommitment.NoEndAnnounced n -> TBA;
            case SupportCommitment.PeriodFromPurchase p ->
                throw cannotSay("it runs for " + p.months() + " months from the day each unit was bought");
            case SupportCommitment.NonePromised n ->
                throw cannotSay("none was ever promised, so there is no end of it");
            case SupportCommitment.EndedAtUnstatedDate e ->
                throw cannotSay("it has ended, but nobody said on which day");
            case null -> throw cannotSay("nobody has said anything about it");
        };
    }

    private static HttpProblem cannotSay(String what) {
        return Problem.of(
                ProblemType.FORMAT_CANNOT_SAY,
                "OpenEoX Core can say a date or \"not yet announced\". Of this product's security support, " + what
                        + ". Read the product's /support instead.");
    }

    private static @Nullable String lastSecond(@Nullable String milestone) {
        // over, but nobody said since when: the member is optional, so nothing is said
        return milestone == null || milestone.equals(SupportTerms.UNSTATED)
                ? null
                : lastSecond(LocalDate.parse(milestone));
    }

    private static String lastSecond(LocalDate day) {
        return day + "T23:59:59Z";
    }

    private static @Nullable String firstSecond(@Nullable LocalDate day) {
        return day == null ? null : day + "T00:00:00Z";
    }

    private static boolean isDateTime(String text) {
        if (!DATE_TIME.matcher(text).matches()) {
            return false;
        }
        try {
            instant(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Instant instant(String dateTime) {
        return OffsetDateTime.parse(dateTime).toInstant();
    }
}
