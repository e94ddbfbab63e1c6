package org.livelabel.account.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT15M, true", "PT15M1S, false", "PT16M, false", "PT8H, false"})
    void twoFactorsAreFreshForFifteenMinutes(Duration ago, boolean fresh) {
        Caller caller = caller(Map.of("acr", "aal2", "auth_time", NOW.minus(ago).getEpochSecond()));

        if (fresh) {
            assertThat(caller.withTwoFreshFactors().email()).isNull();
        } else {
            assertChallenged(caller);
        }
    }

    @Test
    void aTokenThatDoesNotSayWhenThePersonSignedInIsNotFresh() {
        assertChallenged(caller(Map.of("acr", "aal2", "iat", NOW.getEpochSecond())));
    }

    @ParameterizedTest
    @CsvSource({"aal1", "''", "AAL2", "aal3"})
    void anyOtherLevelIsNotTwoFactors(String acr) {
        assertChallenged(caller(Map.of("acr", acr, "auth_time", NOW.getEpochSecond())));
    }

    private static void assertChallenged(Caller caller) {
        assertThatThrownBy(caller::withTwoFreshFactors).isInstanceOfSatisfying(HttpProblem.class, problem -> {
            assertThat(problem.getStatusCode()).isEqualTo(401);
            assertThat(problem.getHeaders())
                    .containsEntry(
                            "WWW-Authenticate",
                            "Bearer error=\"insufficient_user_authentication\", error_description=\"Two factors "
                                    + "within the last 15 minutes are needed\", acr_values=\"aal2\", "
                                    + "max_age=\"900\"");
        });
    }

    private static Caller caller(Map<String, Object> claims) {
        Map<String, Object> all = new HashMap<>(claims);
        all.put("sub", "6e1f8a52-0d8c-4c55-8f6a-31a3f3f7a1d9");
        EndedSessions endedSessions = new EndedSessions(null) {
            @Override
            public Optional<Instant> signedInAfter(UUID subject) {
                return Optional.empty();
            }
        };
        JsonWebToken token = new JsonWebToken() {
            @Override
            public String getName() {
                return "";
            }

            @Override
            public Set<String> getClaimNames() {
                return all.keySet();
            }

            @Override
            @SuppressWarnings("unchecked")
            public <T> T getClaim(String name) {
                return (T) all.get(name);
            }
        };
        return new Caller(token, Clock.fixed(NOW, ZoneOffset.UTC), endedSessions);
    }
}
