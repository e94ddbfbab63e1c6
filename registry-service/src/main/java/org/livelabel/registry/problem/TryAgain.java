package org.livelabel.registry.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.QueryTimeoutException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.time.Duration;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;
import org.livelabel.conduct.problem.BusyDatabase;

/** For work in the background: tells what may go well when it is tried again from what is wrong and stays so. */
public final class TryAgain {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private TryAgain() {}

    /** Whether the same thing may succeed a little later: nothing is wrong with what was asked. */
    public static boolean mayHelp(Throwable failure) {
        boolean rolledBack = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case HttpProblem problem -> {
                    return problem.getStatusCode() == ProblemType.AUTHORITY_UNAVAILABLE.status();
                }
                case SQLException e -> {
                    return BusyDatabase.causes(e);
                }
                case JDBCConnectionException e -> {
                    return true;
                }
                case LockAcquisitionException e -> {
                    return true;
                }
                case LockTimeoutException e -> {
                    return true;
                }
                case PessimisticLockException e -> {
                    return true;
                }
                case QueryTimeoutException e -> {
                    return true;
                }
                // of a transaction whose time was up nothing more is said; another cause is looked for first
                case RollbackException e -> rolledBack = true;
                case SystemException e -> rolledBack = true;
                case QuarkusTransactionException e -> rolledBack = true;
                default -> {}
            }
        }
        return rolledBack;
    }

    /** How long to wait after so many attempts: twice as long each time, five minutes at most. */
    public static Duration after(int attempts) {
        Duration pause = Duration.ofSeconds(1L << Math.clamp(attempts - 1, 0, 20));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
