package org.livelabel.registry;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import org.livelabel.registry.log.ProjectionRebuild;

/** The commands for whoever runs an installation. */
class RegistryCommand implements QuarkusApplication {
    private static final String HELP = """
            Commands of registry-service:
              rebuild-projections   makes everything readable from the log again, in one transaction;
                                    the service may run meanwhile, publishing waits
            Without a command the service starts. Settings are the service's own (LIVELABEL_...).""";

    @Inject
    ProjectionRebuild rebuild;

    @Override
    public int run(String... args) {
        switch (args[0]) {
            case "rebuild-projections" -> {
                long entries = rebuild.rebuild();
                System.out.println("Made the projections again from " + entries + " entries.");
                return 0;
            }
            case "--help", "help" -> {
                System.out.println(HELP);
                return 0;
            }
            default -> {
                System.err.println("Unknown command " + args[0] + ".\n" + HELP);
                return 2;
            }
        }
    }
}
