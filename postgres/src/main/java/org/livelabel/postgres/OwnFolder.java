package org.livelabel.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Folders whose content is trusted, because it is run or holds secrets: this user's own, and nobody else can write into
 * them. Who could put a program there, or a link, would act as the user who starts it.
 */
public final class OwnFolder {
    private static final FileAttribute<Set<PosixFilePermission>> FOR_ITS_OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private OwnFolder() {}

    /** {@code LIVELABEL_CACHE}, else {@code .cache/livelabel} in the home folder; made where it is missing. */
    public static Path cache() {
        String folder = System.getenv("LIVELABEL_CACHE");
        try {
            return at(
                    folder == null || folder.isBlank()
                            ? Path.of(System.getProperty("user.home"), ".cache", "livelabel")
                            : Path.of(folder).toAbsolutePath(),
                    "name another folder in LIVELABEL_CACHE");
        } catch (IOException e) {
            throw new UncheckedIOException("the cache folder cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * The folder, made for its owner only if it is not there.
     *
     * @param remedy what else the person can do
     * @throws Refused if somebody else owns it or can write into it
     */
    public static Path at(Path folder, String remedy) throws IOException {
        if (!Files.isDirectory(folder)) {
            if (folder.toAbsolutePath().getParent() instanceof Path parent) {
                Files.createDirectories(parent);
            }
            create(folder);
        }
        require(folder, remedy);
        return folder;
    }

    private static void create(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, FOR_ITS_OWNER_ONLY);
        } catch (FileAlreadyExistsException e) {
            // by somebody who was faster: looked at like any other
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void require(Path folder, String remedy) throws IOException {
        if (((Number) Files.getAttribute(folder, "unix:uid")).longValue() != new UnixSystem().getUid()) {
            throw new Refused(folder + " belongs to somebody else, "
                    + Files.getOwner(folder).getName() + ", who could change what is trusted there: " + remedy + ".");
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
        if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new Refused(
                    "Others than you can write into " + folder + " and change what is trusted there: run `chmod go-w "
                            + folder + "` if you trust what it holds by now, or " + remedy + ".");
        }
    }

    /** The folder cannot be trusted; the message says why and what to do. */
    public static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message);
        }
    }
}
