package org.livelabel.local.stack;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * What to start.
 *
 * @param repository the folder that holds the built modules ({@code <repository>/web/target/quarkus-app} and so on)
 * @param data where everything is kept; made if it is not there
 * @param host the host in public addresses and QR codes; anything but {@code localhost} opens web and label-service to
 *     other machines
 * @param sampleData whether to import the sample products; the sample accounts are always made
 * @param fresh whether to delete what the data folder holds from earlier starts
 * @param atFirst settings that a service has until it is started again; for rehearsals
 */
public record StackOptions(
        Path repository,
        Path data,
        Ports ports,
        String host,
        boolean sampleData,
        boolean fresh,
        Map<ServiceName, Map<String, String>> atFirst) {
    /** Standard ports, this machine only, with sample data, in {@code <repository>/.local}. */
    public static StackOptions standard(Path repository) {
        return new StackOptions(
                repository, repository.resolve(".local"), Ports.standard(), "localhost", true, false, Map.of());
    }

    /** Free ports and a data folder of its own, beside whatever else is running. */
    public static StackOptions aside(Path repository, Path data) {
        return new StackOptions(repository, data, Ports.free(), "localhost", true, false, Map.of());
    }

    public StackOptions withoutSampleData() {
        return new StackOptions(repository, data, ports, host, false, fresh, atFirst);
    }

    /** Adds settings, in the form of environment variables, that one service has until it is started again. */
    public StackOptions atFirst(ServiceName service, Map<String, String> settings) {
        Map<ServiceName, Map<String, String>> all = new EnumMap<>(ServiceName.class);
        all.putAll(atFirst);
        all.put(service, settings);
        return new StackOptions(repository, data, ports, host, sampleData, fresh, all);
    }

    boolean open() {
        return !host.equals("localhost");
    }
}
