package org.livelabel.account.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.livelabel.account.testing.Surroundings;
import org.livelabel.conduct.idempotency.Idempotency;
import org.livelabel.postgres.Database;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AnswersTest {
    private final UUID person = UUID.randomUUID();

    Database database;

    @Inject
    Idempotency idempotency;

    @Inject
    AnswerPruning pruning;

    @Test
    void theSameBodyForAnotherOperationIsAnotherRequest() {
        answer("key", "create organisation {}", "made");

        assertThatThrownBy(() -> answer("key", "end organisation {}", "ended"))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.getType())
                        .hasPath("/problems/idempotency-key-reused"));
    }

    @Test
    void anotherPersonMayUseTheSameKey() {
        String mine = answer("key", "create organisation {}", "mine");

        String others = QuarkusTransaction.requiringNew()
                .call(() -> idempotency.once(
                        UUID.randomUUID(), "key", "create organisation {}", () -> Map.of("answer", "others")))
                .get("answer")
                .asText();

        assertThat(mine).isEqualTo("mine");
        assertThat(others).isEqualTo("others");
    }

    @Test
    void whatFailsIsNotRemembered() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> idempotency.once(person, "key", "create organisation {}", () -> {
                            throw new IllegalStateException("out of tea");
                        })))
                .hasStackTraceContaining("out of tea");

        assertThat(answer("key", "create organisation {}", "made")).isEqualTo("made");
    }

    @Test
    void nothingIsRememberedOutsideOfTheTransactionOfItsCommand() {
        assertThatThrownBy(() -> idempotency.once(person, "key", "create organisation {}", () -> "made"))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void anAnswerIsForgottenAfterAWeekAndNotBefore() throws SQLException {
        answer("old", "create organisation {}", "first");
        answer("young", "create organisation {}", "first");
        age("old", "7 days 1 minute");
        age("young", "6 days 23 hours");

        pruning.forget();

        assertThat(answer("young", "create organisation {}", "second")).isEqualTo("first");
        assertThat(answer("old", "create organisation {}", "second")).isEqualTo("second");
    }

    private String answer(String key, String request, String answer) {
        return QuarkusTransaction.requiringNew()
                .call(() -> idempotency.once(person, key, request, () -> Map.of("answer", answer)))
                .get("answer")
                .asText();
    }

    private void age(String key, String age) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("update idempotent_request set created_at = now() - interval '" + age
                    + "' where subject = '" + person + "' and key = '" + key + "'");
        }
    }
}
