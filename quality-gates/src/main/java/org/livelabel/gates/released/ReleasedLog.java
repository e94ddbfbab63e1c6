package org.livelabel.gates.released;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Entries and documents as the released writers wrote them. Lines are only ever added, and never changed. */
public final class ReleasedLog {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path folder;

    /** @param folder which holds {@code entries.ndjson}, {@code released.txt} and {@code blobs} */
    public ReleasedLog(Path folder) {
        this.folder = folder;
    }

    /** The one in {@code api/log}, as a test of any module finds it. */
    public static ReleasedLog ofThisRepository() {
        return new ReleasedLog(Path.of("../api/log"));
    }

    /** Where the answers of a service are kept. */
    public Path expected(String service) {
        return folder.resolve("expected").resolve(service);
    }

    /**
     * What was written at one time.
     *
     * @param lines how many there are with it
     * @param sha256 of all these lines, each with its line feed
     */
    public record Chapter(String name, int lines, String sha256) {}

    /** One entry. */
    public record Line(byte[] bytes) {
        public JsonNode json() {
            return parse(bytes);
        }
    }

    /** Oldest first. */
    public List<Chapter> chapters() {
        return lines("released.txt").stream()
                .map(line -> new String(line.bytes(), StandardCharsets.UTF_8))
                .map(line -> line.split(" "))
                .map(part -> new Chapter(part[0], Integer.parseInt(part[1]), part[2]))
                .toList();
    }

    /** In the order of the log. */
    public List<Line> entries() {
        return lines("entries.ndjson");
    }

    /** By SHA-256. Those that are withheld are here as well: readers have seen them before they were. */
    public Map<String, byte[]> blobs() {
        Map<String, byte[]> blobs = new TreeMap<>();
        if (!Files.exists(folder.resolve("blobs"))) {
            return blobs;
        }
        try (Stream<Path> files = Files.list(folder.resolve("blobs"))) {
            for (Path file : files.toList()) {
                blobs.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return blobs;
    }

    /** @throws AssertionError if what was released before is not there any more, byte for byte */
    public void verifyNothingWasChanged() {
        List<Line> entries = entries();
        for (Chapter chapter : chapters()) {
            if (chapter.lines() > entries.size()
                    || !sha256(joined(entries.subList(0, chapter.lines()))).equals(chapter.sha256())) {
                throw new AssertionError(
                        "the first " + chapter.lines() + " lines of " + folder.resolve("entries.ndjson")
                                + " are not those that chapter " + chapter.name()
                                + " wrote. Entries that were released are kept as they are; new ones are added at the end, see "
                                + folder.resolve("README.md"));
            }
        }
        int released = chapters().isEmpty() ? 0 : chapters().getLast().lines();
        if (released != entries.size()) {
            throw new AssertionError("released.txt knows " + released + " lines, and there are " + entries.size());
        }
        blobs().forEach((name, bytes) -> {
            if (!sha256(bytes).equals(name)) {
                throw new AssertionError("document " + name + " holds other bytes than its name says");
            }
        });
    }

    /** Adds what a new chapter wrote. */
    public void append(String chapter, List<Line> added, Map<String, byte[]> documents) {
        try {
            Files.createDirectories(folder.resolve("blobs"));
            for (Map.Entry<String, byte[]> document : documents.entrySet()) {
                Files.write(folder.resolve("blobs").resolve(document.getKey()), document.getValue());
            }
            List<Line> all = new ArrayList<>(entries());
            all.addAll(added);
            add("entries.ndjson", joined(added));
            String line = "%s %d %s\n".formatted(chapter, all.size(), sha256(joined(all)));
            add("released.txt", line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String file, byte[] bytes) throws IOException {
        Files.write(folder.resolve(file), bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private List<Line> lines(String name) {
        Path file = folder.resolve(name);
        List<Line> lines = new ArrayList<>();
        if (!Files.exists(file)) {
            return lines;
        }
        try {
            byte[] all = Files.readAllBytes(file);
            int begin = 0;
            for (int i = 0; i < all.length; i++) {
                if (all[i] == '\n') {
                    lines.add(new Line(Arrays.copyOfRange(all, begin, i)));
                    begin = i + 1;
                }
            }
            if (begin < all.length) {
                throw new AssertionError(file + " does not end with a line feed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static byte[] joined(List<Line> lines) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Line line : lines) {
            all.writeBytes(line.bytes());
            all.write('\n');
        }
        return all.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has it", e);
        }
    }

    private static JsonNode parse(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
