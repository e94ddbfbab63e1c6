package org.livelabel.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.livelabel.postgres.OwnFolder;

/**
 * Keycloak unpacked and built, in a folder that outlives {@code mvn clean} and is shared by every start and every test of
 * this user, and that nobody else can change. A folder with the final name is complete: it is written aside and renamed.
 */
public final class KeycloakDistribution {
    /** Fixed at build time; everything else is a setting of the start. */
    private static final List<String> BUILD = List.of(
            "build",
            "--db=postgres",
            "--health-enabled=true",
            "--metrics-enabled=true",
            "--features-disabled=kerberos,ciba,device-flow,impersonation,twitter-broker");

    private KeycloakDistribution() {}

    /** What {@link #prepare} needs of its folder: the distribution, and the folder of the jars that are added to it. */
    public static List<Path> parts(Path folder) {
        return List.of(folder.resolve("keycloak.zip"), folder.resolve("providers"));
    }

    /**
     * The folder with the built server. The first call for a version takes about 40 seconds; whoever calls at the same time,
     * in this or another process, waits for it.
     *
     * @param parts where the build has put {@code keycloak.zip} and our own {@code providers}
     */
    public static synchronized Path prepare(Path parts, Path cache) {
        Path zip = parts.resolve("keycloak.zip");
        try {
            List<Path> providers = jars(parts.resolve("providers"));
            String version = version(zip);
            Path home = cache.resolve("keycloak-" + version + "-" + fingerprint(version, providers));
            if (!Files.isDirectory(home)) {
                Path lock = cache.resolve(home.getFileName() + ".lock");
                try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var held = channel.lock()) {
                    if (!Files.isDirectory(home)) {
                        build(zip, providers, home);
                    }
                }
            }
            return OwnFolder.at(home, "delete it");
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak cannot be unpacked into " + cache, e);
        }
    }

    private static void build(Path zip, List<Path> providers, Path home) throws IOException {
        Path aside = home.resolveSibling(home.getFileName() + ".part");
        delete(aside);
        unpack(zip, OwnFolder.at(aside, "delete it"));
        for (Path jar : providers) {
            Files.copy(jar, aside.resolve("providers").resolve(jar.getFileName()));
        }
        Path log = aside.resolve("build.log");
        Process build = KeycloakCommand.run(aside, BUILD, Map.of(), log);
        try {
            int exitCode = build.waitFor();
            if (exitCode != 0) {
                throw KeycloakCommand.ended("building Keycloak", exitCode, log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeycloakFailure("building Keycloak was interrupted", e);
        } finally {
            build.destroyForcibly();
        }
        Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String version(Path zip) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            ZipEntry first = in.getNextEntry();
            if (first == null || !first.getName().startsWith("keycloak-")) {
                throw new KeycloakFailure(zip + " is not a Keycloak distribution");
            }
            return first.getName().substring("keycloak-".length()).split("/")[0];
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /** Differs where the built server would. */
    private static String fingerprint(String version, List<Path> providers) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((version + BUILD).getBytes(StandardCharsets.UTF_8));
            for (Path jar : providers) {
                digest.update(jar.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(jar));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the zip's own top folder. */
    private static void unpack(Path zip, Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String inside = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path target = folder.resolve(inside).normalize();
                if (!target.startsWith(folder)) {
                    throw new KeycloakFailure(zip + " would write outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(in, target);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
