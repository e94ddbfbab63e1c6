package org.livelabel.local.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The processes of the four services. */
final class Services {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final ServiceSettings settings;
    private final Children children;
    private final DataFolder folder;
    private final Ports ports;
    private final Readiness readiness = new Readiness();
    private final Map<ServiceName, Child> running = new EnumMap<>(ServiceName.class);
    private final AtomicInteger commands = new AtomicInteger();

    Services(ServiceSettings settings, Children children, DataFolder folder, Ports ports) {
        this.settings = settings;
        this.children = children;
        this.folder = folder;
        this.ports = ports;
    }

    /** Brings the service's database to the schema that the service needs. */
    void migrate(ServiceName service) {
        run(service, List.of("migrate"), settings.migration(service));
    }

    /**
     * Returns when the service is ready, with its public address.
     *
     * @param more settings beside the usual ones, for this start only
     */
    URI start(ServiceName service, Map<String, String> more) {
        Map<String, String> environment = settings.environment(service);
        environment.putAll(more);
        Child child;
        synchronized (running) {
            Child earlier = running.get(service);
            if (earlier != null && earlier.isAlive()) {
                throw new IllegalStateException(service + " is running");
            }
            child = children.start(
                    service.toString(),
                    settings.command(service, List.of()),
                    environment,
                    folder.log(service.toString()));
            running.put(service, child);
        }
        readiness.await(child, health(service));
        return settings.publicUrl(service);
    }

    void stop(ServiceName service) {
        Child child = child(service);
        child.askToStop();
        child.awaitStop(GRACE);
    }

    void kill(ServiceName service) {
        child(service).kill();
    }

    /** Where it says whether it is ready. */
    URI health(ServiceName service) {
        return URI.create("http://127.0.0.1:" + ports.of(service.management()) + "/q/health/ready");
    }

    long pid(ServiceName service) {
        return child(service).handle().pid();
    }

    /** Runs a command of the service's program, beside the service, and answers what it printed. */
    String run(ServiceName service, List<String> arguments) {
        return run(service, arguments, settings.environment(service));
    }

    private String run(ServiceName service, List<String> arguments, Map<String, String> environment) {
        // several may run at a time
        Path log = folder.log(service + "-command-" + commands.incrementAndGet());
        Child child = children.startCommand(
                service + " " + String.join(" ", arguments), settings.command(service, arguments), environment, log);
        if (child.awaitEnd() != 0) {
            throw child.death();
        }
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new StartFailure(log + " cannot be read", e);
        }
    }

    private Child child(ServiceName service) {
        synchronized (running) {
            Child child = running.get(service);
            if (child == null) {
                throw new IllegalStateException(service + " was never started");
            }
            return child;
        }
    }
}
