package org.livelabel.registry.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.livelabel.registry.policy.PolicyKind.PRIVACY_NOTICE;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.policy.ApplicablePolicies.Applied;
import org.livelabel.registry.policy.PolicyTimeline.Status;

class ApplicablePoliciesTest {
    private static final UUID PRODUCT = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID FORMER = UUID.randomUUID();
    private static final UUID PRESENT = UUID.randomUUID();
    private static final UUID POLICY = UUID.randomUUID();
    private static final UUID NAMING = UUID.randomUUID();
    private static final UUID THEIRS = UUID.randomUUID();

    private final Owner maker = new Owner(FORMER, 5, day("2026-01-01"));
    private final Owner buyer = new Owner(PRESENT, 50, day("2027-05-01"));

    @Test
    void aPolicyThatNamesTheProductBeatsOneForAll() {
        PolicyRecord forAll = PolicyRecords.forAll(POLICY, FORMER, 1, 20, "2026-03-01");
        PolicyRecord named = PolicyRecords.named(NAMING, FORMER, 1, 10, "2026-03-01", PRODUCT);
        PolicyRecord ofAnother = PolicyRecords.named(UUID.randomUUID(), FORMER, 1, 30, "2026-03-01", OTHER);

        ApplicablePolicies policies =
                new ApplicablePolicies(PRODUCT, List.of(maker), List.of(forAll, named, ofAnother));

        assertThat(policies.on(PRIVACY_NOTICE, day("2026-03-01"))).contains(new Applied(named, false));
        assertThat(policies.on(PRIVACY_NOTICE, day("2026-02-28"))).isEmpty();
        assertThat(policies.on(PolicyKind.TERMS, day("2026-03-01"))).isEmpty();
    }

    @Test
    void aProductThatIsNoLongerNamedFallsBackToThePolicyForAll() {
        PolicyRecord forAll = PolicyRecords.forAll(POLICY, FORMER, 1, 10, "2026-03-01");
        PolicyRecord named = PolicyRecords.named(NAMING, FORMER, 1, 20, "2026-03-01", PRODUCT);
        PolicyRecord without = PolicyRecords.named(NAMING, FORMER, 2, 30, "2026-06-01", OTHER);

        ApplicablePolicies policies = new ApplicablePolicies(PRODUCT, List.of(maker), List.of(forAll, named, without));

        assertThat(policies.on(PRIVACY_NOTICE, day("2026-05-31"))).contains(new Applied(named, false));
        assertThat(policies.on(PRIVACY_NOTICE, day("2026-06-01"))).contains(new Applied(forAll, false));
        assertThat(policies.upcoming(PRIVACY_NOTICE, day("2026-05-31"))).containsExactly(forAll);
        assertThat(policies.history(PRIVACY_NOTICE)).containsExactly(named, forAll);
    }

    @Test
    void afterAChangeOfOwnerTheProductKeepsWhatAppliedUntilTheNewOwnerPublishes() {
        PolicyRecord before = PolicyRecords.forAll(POLICY, FORMER, 1, 10, "2026-03-01");
        PolicyRecord notYet = PolicyRecords.forAll(POLICY, FORMER, 2, 40, "2027-09-01");
        PolicyRecord tooLate = PolicyRecords.forAll(POLICY, FORMER, 3, 60, "2027-06-01");
        PolicyRecord newOwners = PolicyRecords.forAll(THEIRS, PRESENT, 1, 70, "2028-01-01");

        ApplicablePolicies policies =
                new ApplicablePolicies(PRODUCT, List.of(maker, buyer), List.of(before, notYet, tooLate, newOwners));

        assertThat(policies.on(PRIVACY_NOTICE, day("2027-04-30"))).contains(new Applied(before, false));
        assertThat(policies.on(PRIVACY_NOTICE, day("2027-12-31"))).contains(new Applied(before, true));
        assertThat(policies.on(PRIVACY_NOTICE, day("2028-01-01"))).contains(new Applied(newOwners, false));
        assertThat(policies.status(before, day("2027-12-31"))).isEqualTo(Status.IN_EFFECT);
        assertThat(policies.upcoming(PRIVACY_NOTICE, day("2027-12-31"))).containsExactly(newOwners);
        assertThat(policies.history(PRIVACY_NOTICE)).contains(newOwners, before).doesNotContain(tooLate);
    }

    @Test
    void whatTheNewOwnerHadReplacedBeforeNeverAppliedToTheProduct() {
        PolicyRecord old = PolicyRecords.forAll(THEIRS, PRESENT, 1, 10, "2026-03-01");
        PolicyRecord standing = PolicyRecords.forAll(THEIRS, PRESENT, 2, 20, "2026-06-01");
        PolicyRecord before = PolicyRecords.forAll(POLICY, FORMER, 1, 30, "2026-03-01");

        ApplicablePolicies policies =
                new ApplicablePolicies(PRODUCT, List.of(maker, buyer), List.of(old, standing, before));

        assertThat(policies.on(PRIVACY_NOTICE, day("2027-04-30"))).contains(new Applied(before, false));
        assertThat(policies.on(PRIVACY_NOTICE, day("2027-05-01"))).contains(new Applied(standing, false));
        assertThat(policies.history(PRIVACY_NOTICE)).containsExactly(before, standing);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
