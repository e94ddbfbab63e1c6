package org.livelabel.account;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import java.util.Map;
import org.livelabel.account.command.CreateArguments;
import org.livelabel.account.command.CreateOrganisation;

/** Starts the service, or runs one command and ends. */
@QuarkusMain
public class AccountService {
    // a command neither listens nor delivers, and prints its answer and nothing else
    private static final Map<String, String> COMMAND_MODE = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.oidc.tenant-enabled", "false",
            "quarkus.oidc-client.client-enabled", "false",
            "quarkus.scheduler.enabled", "false",
            "quarkus.log.level", "WARN",
            "quarkus.log.console.stderr", "true",
            "livelabel.outbox.enabled", "false");

    public static void main(String... args) {
        if (args.length == 0) {
            Quarkus.run();
            return;
        }
        if (List.of(args).contains("--help") || args[0].equals("help")) {
            System.out.println(CreateArguments.HELP);
            return;
        }
        try {
            CreateArguments.parse(args);
        } catch (CreateArguments.Wrong e) {
            System.err.println(e.getMessage() + "\nSee --help.");
            System.exit(2);
        }
        COMMAND_MODE.forEach(System::setProperty);
        Quarkus.run(CreateOrganisation.class, args);
    }
}
