package org.livelabel.conduct.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Tells a database that is busy or away, so that the same may work in a moment, from one that refuses what is asked. */
public final class BusyDatabase {
    /**
     * Classes of SQLSTATE: no connection; a transaction was rolled back (deadlock, serialization); resources are used up; a
     * time limit; the server is stopping or its disk is unwell. PostgreSQL, appendix A.
     */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

    /** A lock that is not free, an object in use, a transaction that stood still for too long because this process did. */
    private static final Set<String> PASSING_TOO = Set.of("55P03", "55006", "25P03");

    private BusyDatabase() {}

    /** The first that the database said decides. */
    public static boolean causes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return causes(sql);
            }
        }
        return false;
    }

    /** The driver always gives a state; it is the pool without a free connection that has none. */
    public static boolean causes(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || state == null
                || PASSING_TOO.contains(state)
                || state.length() == 5 && PASSING.contains(state.substring(0, 2));
    }
}
