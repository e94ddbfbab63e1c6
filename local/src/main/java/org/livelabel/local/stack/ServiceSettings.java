package org.livelabel.local.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.livelabel.postgres.Database;

/** How each service is run: the command, and the settings in its environment. */
final class ServiceSettings {
    private static final String LOOPBACK = "127.0.0.0/8,::1/128";

    private final StackOptions options;
    private final Programs programs;
    private final Addresses addresses;
    private final Secrets secrets;
    private final Databases databases;

    ServiceSettings(
            StackOptions options, Programs programs, Addresses addresses, Secrets secrets, Databases databases) {
        this.options = options;
        this.programs = programs;
        this.addresses = addresses;
        this.secrets = secrets;
        this.databases = databases;
    }

    /** @param arguments for a service that does one thing and ends; none for one that serves */
    List<String> command(ServiceName service, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms48m",
                "-Xmx256m",
                // several JVMs share a small machine: one collector thread each is enough
                "-XX:+UseSerialGC"));
        if (!arguments.isEmpty()) {
            // what ends soon has nothing from being compiled well
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(List.of("-jar", programs.jar(service).toString()));
        command.addAll(arguments);
        return command;
    }

    Map<String, String> environment(ServiceName service) {
        Database database = databases.of(service.database());
        Map<String, String> settings = new TreeMap<>();
        settings.put("QUARKUS_HTTP_HOST", options.open() && service.door().outside() ? "0.0.0.0" : "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", String.valueOf(options.ports().of(service.door())));
        settings.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        settings.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(options.ports().of(service.management())));
        // people read these logs
        settings.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        settings.put("LIVELABEL_PUBLIC_URL", publicUrl(service).toString());
        settings.put("LIVELABEL_WEB_URL", addresses.web().toString());
        settings.put("LIVELABEL_REGISTRY_URL", addresses.registry().toString());
        settings.put("LIVELABEL_LABEL_URL", addresses.label().toString());
        settings.put("LIVELABEL_ACCOUNT_URL", addresses.account().toString());
        settings.put("LIVELABEL_DATABASE_URL", database.jdbcUrl());
        settings.put("LIVELABEL_DATABASE_USER", database.application().user());
        settings.put("LIVELABEL_DATABASE_PASSWORD", database.application().password());
        if (service != ServiceName.LABEL) {
            settings.put("LIVELABEL_IDENTITY_URL", addresses.realm().toString());
            settings.put("LIVELABEL_IDENTITY_CLIENT_SECRET", clientSecret(secrets, service));
        }
        if (service == ServiceName.LABEL) {
            // it starts before the registry answers; here nobody is spared by waiting longer
            settings.put("LIVELABEL_FEED_LONGEST_PAUSE", "1S");
        }
        if (service == ServiceName.REGISTRY) {
            settings.put("LIVELABEL_ORIGIN", secrets.origin());
            // sample data, tests and measurements come from this machine
            settings.put("LIVELABEL_RATE_LIMIT_EXEMPT", LOOPBACK);
        }
        if (service == ServiceName.REGISTRY || service == ServiceName.ACCOUNT) {
            // visitors of web are counted as who they are
            settings.put("LIVELABEL_PROXIES_TRUSTED", LOOPBACK);
        }
        return settings;
    }

    /** For the command {@code migrate}, which alone gets the owner's password. */
    Map<String, String> migration(ServiceName service) {
        Database database = databases.of(service.database());
        return Map.of(
                "LIVELABEL_DATABASE_URL", database.jdbcUrl(),
                "LIVELABEL_DATABASE_OWNER_USER", database.owner().user(),
                "LIVELABEL_DATABASE_OWNER_PASSWORD", database.owner().password(),
                "LIVELABEL_DATABASE_USER", database.application().user());
    }

    /** What the service proves itself with at the identity server. */
    static String clientSecret(Secrets secrets, ServiceName service) {
        return secrets.machine("client." + service);
    }

    URI publicUrl(ServiceName service) {
        return switch (service) {
            case WEB -> addresses.web();
            case REGISTRY -> addresses.registry();
            case LABEL -> addresses.label();
            case ACCOUNT -> addresses.account();
        };
    }
}
