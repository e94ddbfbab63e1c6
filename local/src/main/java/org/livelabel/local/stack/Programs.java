package org.livelabel.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The services' programs as they were when the start began. A build that replaces the originals, {@code ./check} for
 * instance, must not pull the jars from under running processes: their class loaders hang.
 */
final class Programs {
    private final Path folder;

    private Programs(Path folder) {
        this.folder = folder;
    }

    /** Replaces what an earlier start copied. */
    static Programs copy(Path repository, Path folder) {
        try {
            remove(folder);
            for (ServiceName service : ServiceName.values()) {
                copyTree(built(repository, service), folder.resolve(service.toString()));
            }
        } catch (IOException e) {
            throw new StartFailure("The programs cannot be copied to " + folder + ": is the disk full?", e);
        }
        return new Programs(folder);
    }

    Path jar(ServiceName service) {
        return folder.resolve(service.toString()).resolve("quarkus-run.jar");
    }

    static List<Path> needed(Path repository) {
        return Stream.of(ServiceName.values())
                .map(service -> built(repository, service).resolve("quarkus-run.jar"))
                .toList();
    }

    private static Path built(Path repository, ServiceName service) {
        return repository.resolve(service.toString()).resolve("target/quarkus-app");
    }

    private static void copyTree(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
