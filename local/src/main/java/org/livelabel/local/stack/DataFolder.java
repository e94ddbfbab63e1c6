package org.livelabel.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.livelabel.postgres.OwnFolder;

/** The folder that holds everything; one running system has it to itself. */
final class DataFolder implements AutoCloseable {
    /** Says that the folder is ours; {@code ./start --fresh} deletes no other. */
    static final String MARKER = "livelabel-data";

    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static DataFolder claim(Path path) {
        try {
            if (Files.exists(path) && !Files.exists(path.resolve(MARKER)) && !isEmpty(path)) {
                throw new StartFailure(
                        path + " holds files that are not LiveLabel's: name another folder with --data=FOLDER.");
            }
            OwnFolder.at(path, "name another folder with --data=FOLDER");
            if (!Files.exists(path.resolve(MARKER))) {
                Files.writeString(
                        path.resolve(MARKER),
                        "This folder belongs to LiveLabel's ./start. `./start --fresh` deletes it and begins anew.\n");
            }
            Files.createDirectories(path.resolve("logs"));
            return new DataFolder(path, lock(path));
        } catch (OwnFolder.Refused e) {
            throw StartFailure.of(e);
        } catch (IOException e) {
            throw new StartFailure("The data folder " + path + " cannot be used: " + e.getMessage(), e);
        }
    }

    Path path() {
        return path;
    }

    Path log(String name) {
        return path.resolve("logs").resolve(name + ".log");
    }

    /** Deletes all that earlier starts have left. */
    DataFolder empty() {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(path) && !file.equals(path.resolve(MARKER)) && !file.equals(path.resolve(LOCK))) {
                    Files.delete(file);
                }
            }
            Files.createDirectories(path.resolve("logs"));
            return this;
        } catch (IOException e) {
            throw new StartFailure("The data folder " + path + " cannot be emptied: " + e.getMessage(), e);
        }
    }

    /** Whether an earlier start has seen this through. */
    boolean isDone(String what) {
        return Files.exists(path.resolve(what + ".done"));
    }

    void markDone(String what) {
        try {
            Files.createFile(path.resolve(what + ".done"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new StartFailure("LiveLabel is already running on " + path
                    + ": stop it, or start another one with --data=FOLDER and --port-offset=N.");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
