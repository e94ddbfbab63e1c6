package org.livelabel.conduct.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdempotencyTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final UUID CALLER = UUID.fromString("6e1f8a52-0d8c-4c55-8f6a-31a3f3f7a1d9");
    private static final UUID OTHER = UUID.fromString("0f0c5a7e-5a52-4bb5-9d3e-0c6a1b7c1f5a");
    private static final String LONGEST = "k".repeat(255);

    private final Table table = new Table();
    private final Idempotency idempotency =
            new Idempotency(table, () -> Duration.ofDays(3), new ObjectMapper(), Clock.fixed(NOW, ZoneOffset.UTC));

    static List<Arguments> keys() {
        return List.of(
                Arguments.of("a", "a"),
                Arguments.of(" a-b~ ", "a-b~"),
                Arguments.of("\"a\"", "a"),
                Arguments.of("\"", "\""),
                Arguments.of(LONGEST, LONGEST),
                Arguments.of("\"" + LONGEST + "\"", LONGEST));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyHas1To255VisibleCharactersWithOrWithoutQuotes(String header, String key) {
        assertThat(Idempotency.key(header)).isEqualTo(key);
    }

    static List<Arguments> noKeys() {
        return List.of(
                Arguments.of((String) null),
                Arguments.of(""),
                Arguments.of("\"\""),
                Arguments.of("a b"),
                Arguments.of("clé"),
                Arguments.of("a\u007f"),
                Arguments.of(LONGEST + "k"));
    }

    @ParameterizedTest
    @MethodSource("noKeys")
    void anythingElseIsNoKey(String header) {
        assertRefused(() -> Idempotency.key(header), 400, "/problems/idempotency-key-missing");
    }

    @Test
    void whatIsRepeatedIsAnsweredAgainAndNotDoneAgain() {
        idempotency.once(CALLER, "key", "create {}", () -> Map.of("made", 1));

        var again = idempotency.once(CALLER, "key", "create {}", () -> {
            throw new AssertionError("done again");
        });

        assertThat(again).hasToString("{\"made\":1}");
    }

    @Test
    void theSameBodyForAnotherOperationIsAnotherRequest() {
        idempotency.once(CALLER, "key", "create {}", () -> Map.of("made", 1));

        assertRefused(
                () -> idempotency.once(CALLER, "key", "delete {}", () -> Map.of("deleted", 1)),
                422,
                "/problems/idempotency-key-reused");
    }

    @Test
    void eachCallerHasKeysOfItsOwn() {
        idempotency.once(CALLER, "key", "create {}", () -> Map.of("made", 1));

        var others = idempotency.once(OTHER, "key", "create {}", () -> Map.of("made", 2));

        assertThat(others).hasToString("{\"made\":2}");
        assertThat(table.locked).doesNotHaveDuplicates();
    }

    @Test
    void whoRepeatsARequestWaitsForTheFirst() {
        idempotency.once(CALLER, "key", "create {}", () -> {
            assertThat(table.locked).hasSize(1);
            return Map.of("made", 1);
        });

        idempotency.once(CALLER, "key", "create {}", () -> Map.of("made", 2));

        assertThat(table.locked).hasSize(2).containsOnly(table.locked.getFirst());
    }

    @Test
    void whatFailsIsNotKept() {
        assertThatThrownBy(() -> idempotency.once(CALLER, "key", "create {}", () -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(table.rows).isEmpty();
    }

    @Test
    void anAnswerIsForgottenAfterTheTimeThatIsSet() {
        table.row("old", NOW.minus(Duration.ofDays(3)).minusMillis(1));
        table.row("young", NOW.minus(Duration.ofDays(3)));

        boolean more = idempotency.forgetSome();

        assertThat(more).isFalse();
        assertThat(table.rows).containsOnlyKeys(CALLER + " young");
    }

    @Test
    void manyAreForgottenSomeAtATime() {
        for (int i = 0; i < 5001; i++) {
            table.row("old" + i, NOW.minus(Duration.ofDays(4)));
        }

        boolean more = idempotency.forgetSome();
        boolean stillMore = idempotency.forgetSome();

        assertThat(more).isTrue();
        assertThat(stillMore).isFalse();
        assertThat(table.rows).isEmpty();
    }

    private static void assertRefused(ThrowingCallable asked, int status, String type) {
        assertThatThrownBy(asked).isInstanceOfSatisfying(HttpProblem.class, problem -> {
            assertThat(problem.getStatusCode()).isEqualTo(status);
            assertThat(problem.getType()).hasPath(type);
        });
    }

    /** In memory. */
    private static final class Table implements RememberedAnswers {
        private record Row(String digest, String answer, Instant began) {}

        final Map<String, Row> rows = new HashMap<>();
        final List<Long> locked = new ArrayList<>();

        void row(String key, Instant began) {
            keep(CALLER, key, "", "{}", began);
        }

        @Override
        public void lock(long number) {
            locked.add(number);
        }

        @Override
        public Optional<Remembered> find(UUID whose, String key) {
            return Optional.ofNullable(rows.get(whose + " " + key))
                    .map(row -> new Remembered(row.digest(), row::answer));
        }

        @Override
        public void keep(UUID whose, String key, String digest, String answer, Instant began) {
            rows.put(whose + " " + key, new Row(digest, answer, began));
        }

        @Override
        public int forget(Instant before, int most) {
            List<String> old = rows.entrySet().stream()
                    .filter(row -> row.getValue().began().isBefore(before))
                    .map(Map.Entry::getKey)
                    .limit(most)
                    .toList();
            rows.keySet().removeAll(old);
            return old.size();
        }
    }
}
