package org.livelabel.registry;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service, or runs one command and ends. */
@QuarkusMain
public class Registry {
    public static void main(String... args) {
        if (args.length == 0) {
            Quarkus.run(args);
            return;
        }
        // a command neither listens nor works
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.management.host-enabled", "false");
        System.setProperty("livelabel.background", "false");
        Quarkus.run(RegistryCommand.class, args);
    }
}
