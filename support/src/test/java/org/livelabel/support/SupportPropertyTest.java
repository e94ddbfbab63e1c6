package org.livelabel.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.livelabel.support.SupportCommitment.EndedAtUnstatedDate;
import org.livelabel.support.SupportCommitment.FixedDate;
import org.livelabel.support.SupportCommitment.NoEndAnnounced;
import org.livelabel.support.SupportCommitment.NonePromised;
import org.livelabel.support.SupportCommitment.NoticeBeforeEnd;
import org.livelabel.support.SupportCommitment.PeriodFromPurchase;

/** What holds for every kind of commitment on every day. */
class SupportPropertyTest {
    @Property
    void aDateIsSupportedUpToItsLastDayAndEndingInTheLastHalfYear(
            @ForAll("ends") SupportEnd end, @ForAll("days") LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, end.lastDay());

        SupportStatus status = SupportStatus.of(new FixedDate(end), today);

        SupportStatus expected = left < 0
                ? SupportStatus.ENDED
                : left <= SupportStatus.ENDING_DAYS ? SupportStatus.ENDING : SupportStatus.SUPPORTED;
        assertThat(status).isEqualTo(expected);
    }

    @Property
    void onlyADateTurnsIntoAnotherStatusByItself(
            @ForAll("commitments") SupportCommitment commitment,
            @ForAll("days") LocalDate one,
            @ForAll("days") LocalDate other) {
        SupportStatus then = SupportStatus.of(commitment, one);
        SupportStatus later = SupportStatus.of(commitment, other);

        if (commitment instanceof FixedDate) {
            assertThat(then).isIn(SupportStatus.SUPPORTED, SupportStatus.ENDING, SupportStatus.ENDED);
        } else {
            assertThat(then).isEqualTo(later);
            assertThat(then.wireName()).isNotEqualTo(SupportStatus.NOT_STATED.wireName());
        }
    }

    @Property
    void supportNeverComesBackAsDaysGoBy(@ForAll("ends") SupportEnd end, @ForAll("days") LocalDate today) {
        SupportStatus status = SupportStatus.of(new FixedDate(end), today);
        SupportStatus tomorrow = SupportStatus.of(new FixedDate(end), today.plusDays(1));

        // declared in this order: SUPPORTED, ENDING, ENDED
        assertThat(tomorrow).isGreaterThanOrEqualTo(status);
    }

    @Property
    void sayingTheSameAgainShortensNothing(
            @ForAll("commitments") SupportCommitment commitment,
            @ForAll("days") LocalDate effectiveOn,
            @ForAll("purchases") PurchaseDays purchases) {
        assertThat(commitment.shortens(commitment, effectiveOn, purchases)).isFalse();
    }

    @Property
    void whatShortensNothingTwiceShortensNothingAtAll(
            @ForAll("commitments") SupportCommitment first,
            @ForAll("commitments") SupportCommitment second,
            @ForAll("commitments") SupportCommitment third,
            @ForAll("days") LocalDate effectiveOn,
            @ForAll("purchases") PurchaseDays purchases) {
        boolean kept =
                !second.shortens(first, effectiveOn, purchases) && !third.shortens(second, effectiveOn, purchases);

        assertThat(kept && third.shortens(first, effectiveOn, purchases)).isFalse();
    }

    @Property
    void anEarlierDayShortensAndALaterOneDoesNot(
            @ForAll("days") LocalDate promised,
            @ForAll("days") LocalDate changed,
            @ForAll("days") LocalDate effectiveOn) {
        SupportCommitment old = new FixedDate(new SupportEnd(promised, false));
        SupportCommitment now = new FixedDate(new SupportEnd(changed, false));

        assertThat(now.shortens(old, effectiveOn, PurchaseDays.between(null, null)))
                .isEqualTo(changed.isBefore(promised));
    }

    @Property
    void anEndIsReadBackAsItWasWritten(@ForAll("ends") SupportEnd end) {
        assertThat(SupportEnd.parse(end.toString())).isEqualTo(end);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2000, 1, 1).toEpochDay(),
                        LocalDate.of(2060, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<SupportEnd> ends() {
        return Arbitraries.oneOf(
                days().map(day -> new SupportEnd(day, false)),
                days().map(day -> new SupportEnd(YearMonth.from(day).atEndOfMonth(), true)));
    }

    @Provide
    Arbitrary<PurchaseDays> purchases() {
        return days().flatMap(first -> days().map(last ->
                first.isAfter(last) ? PurchaseDays.between(last, first) : PurchaseDays.between(first, last)));
    }

    @Provide
    Arbitrary<SupportCommitment> commitments() {
        Arbitrary<Integer> months = Arbitraries.integers().between(1, 1200);
        return Arbitraries.oneOf(
                ends().map(FixedDate::new),
                months.map(PeriodFromPurchase::new),
                months.map(NoticeBeforeEnd::new),
                Arbitraries.just(new NonePromised()),
                Arbitraries.just(new NoEndAnnounced()),
                Arbitraries.just(new EndedAtUnstatedDate()));
    }
}
