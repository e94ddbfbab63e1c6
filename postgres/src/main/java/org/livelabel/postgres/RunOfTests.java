package org.livelabel.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * The server that a run of tests shares, whichever processes and class loaders the run has. Who asks first starts it and writes
 * down where it is, in a file that the others read. {@code ./check} names that file in {@value #FILE}, and stops the server at
 * its end; without it each process has a server of its own that ends with it.
 */
final class RunOfTests {
    static final String FILE = "LIVELABEL_TEST_POSTGRES";

    /**
     * A service that is started twice in one process has other class loaders then, but the same properties. Outside of {@code
     * livelabel}, where each name is a setting of the service or a mistake.
     */
    private static final String FILE_OF_THIS_PROCESS = "test.postgres.of.livelabel";

    private RunOfTests() {}

    static PostgresServer server(PostgresPrograms programs) throws IOException {
        String ofTheRun = System.getenv(FILE);
        return ofTheRun == null || ofTheRun.isBlank()
                ? server(programs, fileOfThisProcess(), true)
                : server(programs, Path.of(ofTheRun), false);
    }

    /**
     * @param file its lines are the server's folder, its port and the administrator's password; for this user only. The folder
     *     is in it before the server runs, so that whoever cleans up finds it at any time.
     */
    static PostgresServer server(PostgresPrograms programs, Path file, boolean endsWithThisProcess) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                FileLock held = channel.lock()) {
            List<String> known = lines(channel);
            if (known.isEmpty()
                    || PostgresServer.running(Path.of(known.getFirst())).isEmpty()) {
                PostgresServer server = PostgresServer.forgetful(programs);
                known = List.of(
                        server.folder().toString(), Integer.toString(server.port()), server.administratorPassword());
                write(channel, known);
                server.startForTests(endsWithThisProcess);
            }
            return PostgresServer.borrowed(
                    programs, Path.of(known.get(0)), Integer.parseInt(known.get(1)), known.get(2));
        }
    }

    private static synchronized Path fileOfThisProcess() throws IOException {
        String known = System.getProperty(FILE_OF_THIS_PROCESS);
        if (known == null) {
            Path file = Files.createTempFile("livelabel-postgres", null);
            file.toFile().deleteOnExit();
            known = file.toString();
            System.setProperty(FILE_OF_THIS_PROCESS, known);
        }
        return Path.of(known);
    }

    /** Through the channel: to close another one of this file would give up the lock. */
    @SuppressWarnings("resource")
    private static List<String> lines(FileChannel channel) throws IOException {
        return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static void write(FileChannel channel, List<String> lines) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(String.join("\n", lines).concat("\n").getBytes(StandardCharsets.UTF_8)), 0);
    }
}
