package org.livelabel.migration;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** What is asked of a database before a service works with it. */
public final class Schema {
    /** {@code insufficient_privilege}: the grant on Flyway's own table came with a later migration. */
    private static final String NOT_ALLOWED = "42501";

    private Schema() {}

    /**
     * Why the service must not start; empty if it may. A schema that is older than the program is such a reason, and so is a
     * migration that failed on its way: how much of it was done nobody knows. A newer schema is none, nor is a newer one
     * that failed: while versions change the old program may have to start once more on what the new one's migration made.
     *
     * @param flyway works as the application's role, reads only
     */
    public static Optional<String> hindrance(Flyway flyway, String service) {
        try {
            MigrationInfo[] migrations = flyway.info().all();
            List<String> failed = versions(migrations, state -> state.isResolved() && state.isFailed());
            if (!failed.isEmpty()) {
                return Optional.of(halfDone(service, failed));
            }
            List<String> missing = versions(migrations, state -> state.isResolved() && !state.isApplied());
            return missing.isEmpty()
                    ? Optional.empty()
                    : Optional.of(older(service) + " It lacks " + String.join(", ", missing) + ".");
        } catch (FlywayException e) {
            if (root(e) instanceof SQLException sql && NOT_ALLOWED.equals(sql.getSQLState())) {
                return Optional.of(older(service));
            }
            throw e;
        }
    }

    private static String older(String service) {
        return "The database's schema is older than this version of " + service
                + " needs: run the command migrate first (java -jar quarkus-run.jar migrate --help).";
    }

    private static String halfDone(String service, List<String> failed) {
        return "Migration " + String.join(", ", failed) + " of " + service
                + " failed before its end, and may have done a part"
                + " of its work. As the database's owner, undo that part and delete the migration's row from"
                + " flyway_schema_history (success is false there), then run the command migrate.";
    }

    private static List<String> versions(MigrationInfo[] migrations, Predicate<MigrationState> wanted) {
        return Arrays.stream(migrations)
                .filter(migration -> wanted.test(migration.getState()))
                .map(migration -> String.valueOf(migration.getVersion()))
                .toList();
    }

    /** In one line: the script that failed, if one did, and what the database or else what is at the bottom of it says. */
    static String reason(FlywayException e) {
        String bottom = String.valueOf(root(e).getMessage())
                .lines()
                .map(String::strip)
                // where in PostgreSQL's own source, and what the text says already
                .filter(line ->
                        !line.isEmpty() && !line.startsWith("Location:") && !line.startsWith("Server SQLState:"))
                .collect(Collectors.joining(" "));
        String top = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return top.contains(bottom) || bottom.startsWith(top) ? bottom : top + ": " + bottom;
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null || failure instanceof SQLException ? failure : root(cause);
    }
}
