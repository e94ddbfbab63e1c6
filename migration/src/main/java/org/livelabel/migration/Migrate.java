package org.livelabel.migration;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * The command {@code migrate}: the only part of a service that ever holds the password of the database's owner. It runs
 * before the service and without it, in a process of its own that ends.
 */
public final class Migrate {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private static final String URL = "LIVELABEL_DATABASE_URL";
    private static final String APPLICATION = "LIVELABEL_DATABASE_USER";
    private static final String OWNER = "LIVELABEL_DATABASE_OWNER_USER";
    private static final String OWNER_PASSWORD = "LIVELABEL_DATABASE_OWNER_PASSWORD";

    private static final String HELP = """
            Usage: java -jar %s/target/quarkus-app/quarkus-run.jar migrate

            Brings the database to the schema that this version of %1$s needs, and ends. To be run before a new version is
            started; where nothing is to be done it does nothing, so it may be run before every start. While it runs and
            after it the version before may go on working; docs/adr/015 says where not.

            Taken from the environment:
              LIVELABEL_DATABASE_URL             jdbc:postgresql://HOST:PORT/DATABASE
              LIVELABEL_DATABASE_OWNER_USER      the role that owns the tables
              LIVELABEL_DATABASE_OWNER_PASSWORD  its password; keep it from the service itself, which must not have it
              LIVELABEL_DATABASE_USER            the role that the service works as; it is granted what it needs

            Ends with 0 if the schema is as needed or newer, 1 if it could not be made so, 2 if a setting is missing.""";

    private final String service;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    /** @param service as its folder is called: {@code registry-service} */
    public Migrate(String service, Map<String, String> environment, PrintStream out, PrintStream err) {
        this.service = service;
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /**
     * Does what this process was started for, and ends it.
     *
     * @param arguments of the process, {@code migrate} the first
     */
    public static void andExit(String service, String... arguments) {
        System.exit(new Migrate(service, System.getenv(), System.out, System.err)
                .run(List.of(arguments).subList(1, arguments.length)));
    }

    /**
     * @param arguments what follows {@code migrate}
     * @return the exit code
     */
    public int run(List<String> arguments) {
        if (arguments.contains("--help")) {
            out.println(HELP.formatted(service));
            return DONE;
        }
        if (!arguments.isEmpty()) {
            err.println("migrate takes no " + arguments.getFirst() + ". See migrate --help.");
            return MISUSED;
        }
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            err.println("migrate needs " + String.join(", ", missing) + " in the environment. See migrate --help.");
            return MISUSED;
        }
        try {
            report(migrate());
            return DONE;
        } catch (FlywayException e) {
            err.println("The database was not migrated. " + Schema.reason(e));
            return FAILED;
        }
    }

    private MigrateResult migrate() {
        return Flyway.configure()
                .dataSource(environment.get(URL), environment.get(OWNER), environment.get(OWNER_PASSWORD))
                .placeholders(Map.of("app", environment.get(APPLICATION)))
                .load()
                .migrate();
    }

    private void report(MigrateResult result) {
        String version = result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion;
        out.println(
                result.migrationsExecuted == 0
                        ? "The database of " + service + " is at version " + version + ": nothing to do."
                        : "The database of " + service + " was brought to version " + version + " in "
                                + result.migrationsExecuted + " steps.");
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (String name : List.of(URL, OWNER, OWNER_PASSWORD, APPLICATION)) {
            if (environment.getOrDefault(name, "").isBlank()) {
                missing.add(name);
            }
        }
        return missing;
    }
}
