package org.livelabel.registry.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.registry.policy.PolicyTimeline.Status;

class PolicyTimelineTest {
    private static final UUID POLICY = UUID.randomUUID();
    private static final UUID MAKER = UUID.randomUUID();

    private final PolicyRecord first = PolicyRecords.forAll(POLICY, MAKER, 1, 10, "2026-03-01");
    private final PolicyRecord second = PolicyRecords.forAll(POLICY, MAKER, 2, 20, "2027-03-01");
    private final PolicyRecord overtaking = PolicyRecords.forAll(POLICY, MAKER, 3, 30, "2027-01-01");

    @ParameterizedTest
    @CsvSource({"2026-02-28, 0", "2026-03-01, 1", "2027-02-28, 1", "2027-03-01, 2", "2030-01-01, 2"})
    void aVersionIsInEffectFromItsDayUntilTheNextOnes(LocalDate day, int version) {
        PolicyTimeline policy = new PolicyTimeline(List.of(second, first));

        int found = policy.inEffect(day).map(PolicyRecord::version).orElse(0);

        assertThat(found).isEqualTo(version);
    }

    @Test
    void aVersionThatIsOvertakenNeverTakesEffect() {
        PolicyTimeline policy = new PolicyTimeline(List.of(first, second, overtaking));
        LocalDate day = LocalDate.parse("2026-12-01");

        assertThat(policy.inEffect(LocalDate.parse("2027-03-01"))).contains(overtaking);
        assertThat(policy.upcoming(day)).containsExactly(overtaking);
        assertThat(policy.status(first, day)).isEqualTo(Status.IN_EFFECT);
        assertThat(policy.status(second, day)).isEqualTo(Status.SUPERSEDED);
        assertThat(policy.status(overtaking, day)).isEqualTo(Status.UPCOMING);
    }
}
