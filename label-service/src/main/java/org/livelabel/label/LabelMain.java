package org.livelabel.label;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.livelabel.migration.Migrate;

/** Starts the service, or runs one command and ends. */
@QuarkusMain
public class LabelMain {
    private static final String HELP = """
            Commands of label-service:
              migrate   brings the database to the schema that this version needs, see migrate --help
            Without a command the service starts. Settings are the service's own (LIVELABEL_...).""";

    public static void main(String... args) {
        if (args.length == 0) {
            Quarkus.run(args);
            return;
        }
        switch (args[0]) {
            case "migrate" -> Migrate.andExit("label-service", args);
            case "--help", "help" -> System.out.println(HELP);
            default -> {
                System.err.println("Unknown command " + args[0] + ".\n" + HELP);
                System.exit(2);
            }
        }
    }
}
