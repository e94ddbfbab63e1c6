package org.livelabel.registry;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.livelabel.migration.Migrate;

/** Starts the service, or runs one command and ends. */
@QuarkusMain
public class Registry {
    private static final String HELP = """
            Commands of registry-service:
              migrate               brings the database to the schema that this version needs, see migrate --help
              rebuild-projections   makes everything readable from the log again, in one transaction;
                                    the service may run meanwhile, publishing waits
            Without a command the service starts. Settings are the service's own (LIVELABEL_...).""";

    public static void main(String... args) {
        if (args.length == 0) {
            Quarkus.run(args);
            return;
        }
        switch (args[0]) {
            case "migrate" -> Migrate.andExit("registry-service", args);
            case "rebuild-projections" -> {
                // a command neither listens nor works
                System.setProperty("quarkus.http.host-enabled", "false");
                System.setProperty("quarkus.management.host-enabled", "false");
                System.setProperty("livelabel.background", "false");
                Quarkus.run(RebuildCommand.class, args);
            }
            case "--help", "help" -> System.out.println(HELP);
            default -> {
                System.err.println("Unknown command " + args[0] + ".\n" + HELP);
                System.exit(2);
            }
        }
    }
}
