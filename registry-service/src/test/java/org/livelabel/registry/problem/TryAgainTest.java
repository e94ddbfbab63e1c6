package org.livelabel.registry.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.time.Duration;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.conduct.problem.Problem;

class TryAgainTest {
    /**
     * Deadlock, serialization, no connection, too many, lock not available, cancelled by a time limit, shutting down, disk full,
     * idle in a transaction.
     */
    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001", "08006", "53300", "55P03", "57014", "57P01", "53100", "25P03"})
    void whatIsPassingIsTriedAgain(String state) {
        assertThat(TryAgain.mayHelp(inCommit(new SQLException("passing", state))))
                .isTrue();
    }

    /** A constraint, a value out of range, a table that is not there, no right to it. */
    @ParameterizedTest
    @ValueSource(strings = {"23505", "22001", "42P01", "42501"})
    void whatIsWrongStaysSo(String state) {
        assertThat(TryAgain.mayHelp(inCommit(new SQLException("wrong", state)))).isFalse();
    }

    @Test
    void aFullPoolAndATransactionWhoseTimeWasUpAreTriedAgain() {
        SQLException pool = new SQLException("Acquisition timeout while waiting for new connection");

        assertThat(TryAgain.mayHelp(new JDBCConnectionException("no connection", pool)))
                .isTrue();
        assertThat(TryAgain.mayHelp(new LockAcquisitionException("waited", new SQLException("", "40P01"))))
                .isTrue();
        assertThat(TryAgain.mayHelp(new QuarkusTransactionException(new RollbackException("time was up"))))
                .isTrue();
    }

    @Test
    void aProblemIsPassingOnlyIfSomebodyDidNotAnswer() {
        assertThat(TryAgain.mayHelp(Problem.of(ProblemType.AUTHORITY_UNAVAILABLE, "Later")))
                .isTrue();
        assertThat(TryAgain.mayHelp(Problem.of(ProblemType.GTIN_TAKEN, "No"))).isFalse();
        assertThat(TryAgain.mayHelp(new IllegalStateException("our fault"))).isFalse();
        assertThat(TryAgain.mayHelp(
                        new ConstraintViolationException("taken", new SQLException("", "23505"), "some_key")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, PT1S", "2, PT2S", "5, PT16S", "9, PT4M16S", "10, PT5M", "1000000, PT5M"})
    void pausesDoubleUpToFiveMinutes(int attempts, Duration pause) {
        assertThat(TryAgain.after(attempts)).isEqualTo(pause);
    }

    private static RuntimeException inCommit(SQLException cause) {
        RollbackException rolledBack = new RollbackException("Could not commit transaction.");
        rolledBack.initCause(new IllegalStateException(cause));
        return new QuarkusTransactionException(rolledBack);
    }
}
