package org.livelabel.local.stack;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.livelabel.local.keycloak.KeycloakServer;
import org.livelabel.local.mail.MailSink;
import org.livelabel.local.sample.SampleData;
import org.livelabel.local.sample.SamplePeople;
import org.livelabel.postgres.Database;
import org.livelabel.postgres.PostgresServer;

/**
 * The whole system, running on this machine: PostgreSQL, Keycloak, the mail sink and the four services. Everything it keeps
 * is in one data folder, with which it can be started again. Whoever starts one must close it.
 */
public final class Stack implements AutoCloseable {
    private final Startup startup;
    private final Addresses addresses;
    private final PostgresServer postgres;
    private final Databases databases;
    private final KeycloakServer keycloak;
    private final MailSink mail;
    private final Services services;
    private final SamplePeople people;
    private final DataFolder folder;

    Stack(
            Startup startup,
            Addresses addresses,
            PostgresServer postgres,
            Databases databases,
            KeycloakServer keycloak,
            MailSink mail,
            Services services,
            SamplePeople people,
            DataFolder folder) {
        this.startup = startup;
        this.addresses = addresses;
        this.postgres = postgres;
        this.databases = databases;
        this.keycloak = keycloak;
        this.mail = mail;
        this.services = services;
        this.people = people;
        this.folder = folder;
    }

    /**
     * Starts everything and returns when it can be used.
     *
     * @throws StartFailure with one line for the person who waits; nothing is left running then
     */
    public static Stack start(StackOptions options, Progress progress) {
        Startup startup = new Startup(options, progress, new SecureRandom());
        try {
            return startup.run();
        } catch (RuntimeException e) {
            startup.close();
            throw e;
        }
    }

    public Addresses addresses() {
        return addresses;
    }

    /** The sample accounts, with their passwords and second factors, and the organisations they act for. */
    public SamplePeople people() {
        return people;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    /** A service's database with its two logins. */
    public Database database(ServiceName service) {
        return databases.of(service.database());
    }

    public KeycloakServer keycloak() {
        return keycloak;
    }

    public MailSink mail() {
        return mail;
    }

    /** Where the output of a service goes. */
    public Path log(ServiceName service) {
        return folder.log(service.toString());
    }

    /** The file with the sample accounts, for its owner only. */
    public Path accountsFile() {
        return folder.path().resolve(People.FILE);
    }

    /** The label to look at first: the richest of the sample products, if they were imported. */
    public Optional<URI> firstLabel() {
        return SampleData.firstLabel(addresses.registry());
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill(ServiceName service) {
        services.kill(service);
    }

    /** SIGTERM; returns when the process is gone, by force after ten seconds. */
    public void stopService(ServiceName service) {
        services.stop(service);
    }

    /** Brings the database of a service to the schema that the service needs; the start of the stack has done so. */
    public void migrate(ServiceName service) {
        services.migrate(service);
    }

    /** Starts a service that was killed or stopped, and returns when it is ready. */
    public void startService(ServiceName service) {
        services.start(service, Map.of());
    }

    /**
     * The same, with settings that hold until its next start.
     *
     * @param settings by the name of their environment variable, {@code LIVELABEL_FEED_REBUILD} for instance
     */
    public void startService(ServiceName service, Map<String, String> settings) {
        services.start(service, settings);
    }

    /** Where a service says whether it is ready; on its management port. */
    public URI health(ServiceName service) {
        return services.health(service);
    }

    public long pid(ServiceName service) {
        return services.pid(service);
    }

    /**
     * Runs a command of a service's program, with the service's settings, and waits for its end.
     *
     * @return what it printed
     * @throws StartFailure if its exit code is not 0
     */
    public String run(ServiceName service, String... arguments) {
        return services.run(service, List.of(arguments));
    }

    /** Stops everything within 20 seconds. */
    @Override
    public void close() {
        startup.close();
    }
}
