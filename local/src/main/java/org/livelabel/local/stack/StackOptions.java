package org.livelabel.local.stack;

import java.nio.file.Path;

/**
 * What to start.
 *
 * @param repository the folder that holds the built modules ({@code <repository>/web/target/quarkus-app} and so on)
 * @param data where everything is kept; made if it is not there
 * @param host the host in public addresses and QR codes; anything but {@code localhost} opens web and label-service to
 *     other machines
 * @param sampleData whether to import the sample products; the sample accounts are always made
 * @param fresh whether to delete what the data folder holds from earlier starts
 */
public record StackOptions(Path repository, Path data, Ports ports, String host, boolean sampleData, boolean fresh) {
    /** Standard ports, this machine only, with sample data, in {@code <repository>/.local}. */
    public static StackOptions standard(Path repository) {
        return new StackOptions(repository, repository.resolve(".local"), Ports.standard(), "localhost", true, false);
    }

    /** Free ports and a data folder of its own, beside whatever else is running. */
    public static StackOptions aside(Path repository, Path data) {
        return new StackOptions(repository, data, Ports.free(), "localhost", true, false);
    }

    public StackOptions withoutSampleData() {
        return new StackOptions(repository, data, ports, host, false, fresh);
    }

    boolean open() {
        return !host.equals("localhost");
    }
}
