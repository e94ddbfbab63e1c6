package org.livelabel.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * {@code initdb}, {@code pg_ctl} and {@code postgres}, unpacked from the class path into a folder that only this user can
 * change and that all servers of this user share. A folder with the final name is complete: it is written aside and renamed.
 */
final class PostgresPrograms {
    private final Path home;

    /** @param home the folder of {@code bin} */
    PostgresPrograms(Path home) {
        this.home = home;
    }

    /** Takes some seconds the first time; whoever calls at the same time, in this or another process, waits for it. */
    static synchronized PostgresPrograms prepare(Path cache) throws IOException {
        Path home = cache.resolve("postgres-" + digest());
        if (!Files.isDirectory(home)) {
            Path lock = cache.resolve(home.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                if (!Files.isDirectory(home)) {
                    Path aside = home.resolveSibling(home.getFileName() + ".part");
                    delete(aside);
                    unpack(OwnFolder.at(aside, "delete it"));
                    Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
        return new PostgresPrograms(OwnFolder.at(home, "delete it"));
    }

    /** Runs one of the programs to its end. */
    void run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("os.name").equals("Linux") && new UnixSystem().getUid() == 0) {
            // PostgreSQL refuses to be run by root; in a user namespace of its own it is nobody in particular
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(path(program).toString());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw new IOException(program + " has failed (exit code " + exitCode + "): " + output.strip());
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        }
    }

    Path path(String program) {
        return home.resolve("bin").resolve(program);
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static InputStream archive() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String name = "/postgres-" + system + "-" + machine + ".txz";
        InputStream archive = PostgresPrograms.class.getResourceAsStream(name);
        if (archive == null) {
            throw new IOException("there is no PostgreSQL for this machine: " + name + " is not on the class path");
        }
        return archive;
    }

    private static String digest() throws IOException {
        try (DigestInputStream in = new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("the archive would write outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    if (target.startsWith(folder.resolve("bin"))) {
                        target.toFile().setExecutable(true);
                    }
                }
            }
        }
    }
}
