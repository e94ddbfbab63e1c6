package org.livelabel.local.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.livelabel.local.keycloak.KeycloakServer;
import org.livelabel.local.keycloak.SignIn;
import org.livelabel.local.mail.MailSink;
import org.livelabel.local.sample.SampleData;
import org.livelabel.local.sample.SamplePeople;
import org.livelabel.postgres.PostgresServer;

/**
 * Starts the system, each part as soon as what it needs is there. May be closed at any time and from any thread; what has
 * been started by then is stopped in the opposite order: services, Keycloak, PostgreSQL.
 */
public final class Startup implements AutoCloseable {
    private final StackOptions options;
    private final Progress progress;
    private final SecureRandom random;
    private final Addresses addresses;
    private final Tasks tasks = new Tasks();
    private final Belongings belongings = new Belongings();
    private volatile boolean begun;

    public Startup(StackOptions options, Progress progress, SecureRandom random) {
        this.options = options;
        this.progress = progress;
        this.random = random;
        this.addresses = Addresses.of(options.ports(), options.host());
    }

    /** Completed by the first thing that goes wrong, during the start or at any time after it. */
    public CompletableFuture<StartFailure> failure() {
        return tasks.failure();
    }

    /** Whether there is anything to stop: not if the start was refused. */
    public boolean hasBegun() {
        return begun;
    }

    /** @throws StartFailure with one line for the person who waits; what has been started goes on until the close */
    public Stack run() {
        DataFolder folder = belongings.add(DataFolder.claim(options.data()));
        Path processes = folder.path().resolve("processes");
        Children.stopLeftovers(processes);
        if (options.fresh()) {
            step("Old data", folder::empty, deleted -> "deleted");
        }
        options.ports().requireFree(options.open());
        requireBuilt();
        begun = true;
        Programs copies = Programs.copy(options.repository(), folder.path().resolve("programs"));
        Secrets secrets = Secrets.in(folder.path().resolve("secrets.json"), random);
        Children children = new Children(processes, tasks::fail);
        Identity identity = new Identity(options, addresses, secrets, folder);

        // the order in which these are added decides the order in which the parts stop, whenever they have come up
        belongings.add(children::endList);
        Belongings database = belongings.add(new Belongings());
        MailSink mail = step("Mail sink", this::startMail, sink -> "takes mail on port " + addresses.smtpPort());
        Belongings identityServer = belongings.add(new Belongings());
        belongings.add(children);

        CompletableFuture<Path> programs =
                tasks.begin(() -> step("Keycloak's programs", identity::prepare, Path::toString));
        PostgresServer postgres = tasks.await(tasks.begin(() -> step(
                "PostgreSQL",
                () -> startPostgres(database, folder, secrets, children),
                server -> "ready on port " + server.port())));
        Databases databases = step("Databases", () -> Databases.provision(postgres, secrets), all -> "laid out");
        CompletableFuture<KeycloakServer> keycloak = tasks.begin(() -> {
            Path home = tasks.await(programs);
            return step(
                    "Keycloak",
                    () -> startKeycloak(identityServer, identity.start(home, postgres, databases), children),
                    server -> "ready at " + addresses.keycloak());
        });
        Services services = new Services(
                new ServiceSettings(options, copies, addresses, secrets, databases), children, folder, options.ports());
        startAll(services);

        SamplePeople people = ensurePeople(folder, new People(secrets, random), tasks.await(keycloak), services);
        if (options.sampleData() && !folder.isDone("sample-data")) {
            loadSampleData(people);
            folder.markDone("sample-data");
        }
        return new Stack(this, addresses, postgres, databases, tasks.await(keycloak), mail, services, people, folder);
    }

    /** Stops everything that was started. */
    @Override
    public void close() {
        tasks.fail(new StartFailure("stopped"));
        tasks.interrupt();
        belongings.close();
        tasks.close();
    }

    private void requireBuilt() {
        List<Path> needed = new ArrayList<>(Programs.needed(options.repository()));
        needed.addAll(Identity.needed(options.repository()));
        for (Path file : needed) {
            if (!Files.exists(file)) {
                throw new StartFailure(file + " is missing: build it with ./mvnw package -DskipTests.");
            }
        }
    }

    private KeycloakServer startKeycloak(Belongings place, KeycloakServer server, Children children) {
        place.add(server);
        children.note(server.process());
        server.onDeath(death -> tasks.fail(StartFailure.of(death)));
        return server.awaitReady();
    }

    private PostgresServer startPostgres(Belongings place, DataFolder folder, Secrets secrets, Children children) {
        PostgresServer server = place.add(PostgresServer.durable(
                folder.path().resolve("postgres"),
                options.ports().of(Door.POSTGRES),
                secrets.machine("postgres.administrator")));
        ProcessHandle process = postmaster(folder.path().resolve("postgres"));
        children.note(process);
        process.onExit().thenRun(() -> {
            if (!belongings.areClosed()) {
                tasks.fail(new StartFailure(
                        "PostgreSQL has stopped; its log is " + folder.path().resolve("postgres/server.log")));
            }
        });
        return server;
    }

    private static ProcessHandle postmaster(Path data) {
        try {
            long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            return ProcessHandle.of(pid).orElseThrow(() -> new StartFailure("PostgreSQL has stopped at once"));
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL has stopped at once", e);
        }
    }

    private MailSink startMail() {
        return belongings.add(
                MailSink.start(options.ports().of(Door.SMTP), options.ports().of(Door.INBOX)));
    }

    private void startAll(Services services) {
        List<CompletableFuture<URI>> starting = new ArrayList<>();
        for (ServiceName service : ServiceName.values()) {
            starting.add(tasks.begin(() -> step(
                    service.toString(),
                    () -> {
                        services.migrate(service);
                        return services.start(service, options.atFirst().getOrDefault(service, Map.of()));
                    },
                    address -> "ready at " + address)));
        }
        starting.forEach(tasks::await);
    }

    private SamplePeople ensurePeople(DataFolder folder, People people, KeycloakServer keycloak, Services services) {
        if (folder.isDone("sample-accounts")) {
            return people.known();
        }
        SamplePeople made = step(
                "Sample accounts",
                () -> {
                    SamplePeople sample = people.ensureAccounts(
                            keycloak.admin(), folder.path().resolve(People.FILE));
                    List.of(
                                    tasks.begin(() ->
                                            services.run(ServiceName.ACCOUNT, People.operatorOrganisation(sample))),
                                    tasks.begin(() -> services.run(ServiceName.ACCOUNT, People.manufacturer(sample))))
                            .forEach(tasks::await);
                    return sample;
                },
                all -> "made, see " + folder.path().resolve(People.FILE));
        folder.markDone("sample-accounts");
        return made;
    }

    private void loadSampleData(SamplePeople people) {
        Clock clock = Clock.systemUTC();
        SampleData data = new SampleData(
                addresses.registry(), addresses.account(), people, new SignIn(addresses.realm(), clock), clock);
        try (Progress.Step step = progress.begin("Sample data")) {
            data.load(step::note);
            step.done(SampleData.PRODUCTS + " products published");
        }
    }

    private <T> T step(String what, Supplier<T> work, Function<T, String> result) {
        try (Progress.Step step = progress.begin(what)) {
            T value = work.get();
            step.done(result.apply(value));
            return value;
        }
    }
}
