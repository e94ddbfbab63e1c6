package org.livelabel.local.stack;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The random values of this installation: drawn when first asked for, kept in one file that only its owner may read, and
 * the same ever after. Who reads the file owns the installation.
 */
public final class Secrets {
    // no vowels, no look-alikes: easy to type, and no words come up by accident
    private static final String LETTERS = "bcdfghjkmnpqrstvwxz23456789";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;
    private final RandomGenerator random;
    private final Map<String, String> values;

    private Secrets(Path file, RandomGenerator random, Map<String, String> values) {
        this.file = file;
        this.random = random;
        this.values = values;
    }

    /** @param random must be fit for passwords */
    static Secrets in(Path file, RandomGenerator random) {
        try {
            Map<String, String> values =
                    Files.exists(file) ? JSON.readValue(file.toFile(), new TypeReference<>() {}) : Map.of();
            return new Secrets(file, random, new TreeMap<>(values));
        } catch (IOException e) {
            throw new StartFailure(file + " cannot be read: mend it, or start over with ./start --fresh.", e);
        }
    }

    /** 256 random bits, for a machine. */
    public String machine(String name) {
        return value(name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32)));
    }

    /** Twenty letters and digits in groups of five, about 95 bits, for a person to type. */
    public String person(String name) {
        return value(name, () -> String.join("-", letters(5), letters(5), letters(5), letters(5)));
    }

    /** A random (version 4) UUID. */
    public UUID uuid(String name) {
        return UUID.fromString(value(name, () -> {
            ByteBuffer bits = ByteBuffer.wrap(bytes(16));
            // RFC 9562, 5.4: version and variant
            return new UUID(bits.getLong() & ~0xF000L | 0x4000L, bits.getLong() & ~(3L << 62) | 2L << 62).toString();
        }));
    }

    /** The name that this installation's publication log has for good. */
    String origin() {
        return value("log.origin", () -> "localhost-" + letters(10) + "/log");
    }

    /** What was kept under {@code name}, or {@code first} from now on. */
    public synchronized String value(String name, Supplier<String> first) {
        String known = values.get(name);
        if (known != null) {
            return known;
        }
        String drawn = first.get();
        values.put(name, drawn);
        try {
            OwnerFiles.write(file, JSON.writeValueAsString(values) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return drawn;
    }

    private String letters(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
