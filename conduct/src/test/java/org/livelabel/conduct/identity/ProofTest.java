package org.livelabel.conduct.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S, true, true",
        "PT15M, true, true",
        "PT15M1S, false, true",
        "P1D, false, true",
        "PT24H1S, false, false"
    })
    void aProofIsFreshForFifteenMinutesAndOfTheDayForOne(Duration ago, boolean fresh, boolean ofTheDay) {
        Proof proof = proof(Map.of("acr", "aal2", "auth_time", NOW.minus(ago).getEpochSecond()));

        assertThat(proof.isOfTwoFactors(Proof.FRESH, NOW)).isEqualTo(fresh);
        assertThat(proof.isOfTwoFactors(Proof.OF_THE_DAY, NOW)).isEqualTo(ofTheDay);
        assertThat(proof.isOfTwoFactors()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"aal1", "''", "AAL2", "aal3"})
    void anyOtherLevelIsNotTwoFactors(String level) {
        Proof proof = proof(Map.of("acr", level, "auth_time", NOW.getEpochSecond()));

        assertThat(proof.isOfTwoFactors()).isFalse();
        assertThat(proof.isOfTwoFactors(Proof.FRESH, NOW)).isFalse();
    }

    @Test
    void whatDoesNotSayWhenItWasIsNeverFresh() {
        Proof silent = proof(Map.of("acr", "aal2", "iat", NOW.getEpochSecond()));
        Proof babbling = proof(Map.of("acr", "aal2", "auth_time", "this morning"));
        Proof endless = proof(Map.of("acr", "aal2", "auth_time", Long.MAX_VALUE));

        assertThat(silent.isOfTwoFactors(Proof.OF_THE_DAY, NOW)).isFalse();
        assertThat(babbling.isOfTwoFactors(Proof.OF_THE_DAY, NOW)).isFalse();
        assertThat(endless.isOfTwoFactors(Proof.OF_THE_DAY, NOW)).isFalse();
    }

    @Test
    void theChallengeSaysWhatIsWantedAndHowNew() {
        Proof old =
                proof(Map.of("acr", "aal2", "auth_time", NOW.minusSeconds(901).getEpochSecond()));
        Proof weak = proof(Map.of("acr", "aal1", "auth_time", NOW.getEpochSecond()));

        assertChallenged(
                () -> StepUp.requireTwoFactors(old, Proof.FRESH, NOW),
                "error_description=\"Two factors within the last 15 minutes are needed\", acr_values=\"aal2\", max_age=\"900\"");
        assertChallenged(
                () -> StepUp.requireTwoFactors(weak),
                "error_description=\"Two factors are needed\", acr_values=\"aal2\"");
        assertThatCode(() -> StepUp.requireTwoFactors(old)).doesNotThrowAnyException();
    }

    @Test
    void whoSignedInBeforeAllSessionsWereEndedSignsInAgain() {
        Proof before =
                proof(Map.of("acr", "aal2", "auth_time", NOW.minusSeconds(61).getEpochSecond()));
        Proof after =
                proof(Map.of("acr", "aal2", "auth_time", NOW.minusSeconds(60).getEpochSecond()));
        Proof silent = proof(Map.of("acr", "aal2"));
        Instant ended = NOW.minusSeconds(60);

        assertChallenged(
                () -> StepUp.requireSignInAfter(ended, before, NOW),
                "error_description=\"The session has ended\", acr_values=\"aal2\", max_age=\"60\"");
        // the clock of who ended them may be ahead of ours
        assertChallenged(
                () -> StepUp.requireSignInAfter(NOW.plusSeconds(5), silent, NOW),
                "error_description=\"The session has ended\", acr_values=\"aal2\", max_age=\"0\"");
        assertThatCode(() -> StepUp.requireSignInAfter(ended, after, NOW)).doesNotThrowAnyException();
    }

    private static void assertChallenged(ThrowingCallable asked, String challenge) {
        assertThatThrownBy(asked).isInstanceOfSatisfying(HttpProblem.class, problem -> {
            assertThat(problem.getStatusCode()).isEqualTo(401);
            assertThat(problem.getType()).hasPath("/problems/insufficient-user-authentication");
            assertThat(problem.getHeaders())
                    .containsEntry(
                            "WWW-Authenticate", "Bearer error=\"insufficient_user_authentication\", " + challenge);
        });
    }

    private static Proof proof(Map<String, Object> claims) {
        return Proof.of(new JsonWebToken() {
            @Override
            public String getName() {
                return "";
            }

            @Override
            public Set<String> getClaimNames() {
                return claims.keySet();
            }

            @Override
            @SuppressWarnings("unchecked")
            public <T> T getClaim(String name) {
                return (T) claims.get(name);
            }
        });
    }
}
