package org.livelabel.account;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.livelabel.account.command.CreateArguments;
import org.livelabel.account.command.CreateOrganisation;
import org.livelabel.migration.Migrate;

/** Starts the service, or runs one command and ends. */
@QuarkusMain
public class AccountService {
    // a command neither listens nor delivers; it prints its answer, or in one line why there is none
    private static final Map<String, String> COMMAND_MODE = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.management.host-enabled", "false",
            "quarkus.oidc.tenant-enabled", "false",
            "quarkus.oidc-client.client-enabled", "false",
            "quarkus.scheduler.enabled", "false",
            "quarkus.log.level", "OFF",
            "livelabel.outbox.enabled", "false");

    private static final String OTHER_COMMAND =
            "The other command is migrate: it brings the database to the schema that this version needs; see migrate --help.";

    public static void main(String... args) {
        if (args.length == 0) {
            Quarkus.run();
            return;
        }
        if (args[0].equals("migrate")) {
            Migrate.andExit("account-service", args);
        }
        if (List.of(args).contains("--help") || args[0].equals("help")) {
            System.out.println(CreateArguments.HELP + "\n\n" + OTHER_COMMAND);
            return;
        }
        try {
            CreateArguments.parse(args);
        } catch (CreateArguments.Wrong e) {
            System.err.println(e.getMessage() + "\nSee --help.");
            System.exit(2);
        }
        COMMAND_MODE.forEach(System::setProperty);
        Quarkus.run(CreateOrganisation.class, AccountService::end, args);
    }

    private static void end(int exitCode, @Nullable Throwable failure) {
        if (failure == null) {
            System.exit(exitCode);
        } else {
            System.err.println("Nothing was made. " + reason(failure).getMessage());
            System.exit(1);
        }
    }

    /** What a database says itself, or else what is at the bottom of it. */
    private static Throwable reason(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null || failure instanceof SQLException ? failure : reason(cause);
    }
}
