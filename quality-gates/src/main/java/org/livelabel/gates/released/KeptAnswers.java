package org.livelabel.gates.released;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a service said of the released log, kept to be compared with what it says today. */
public final class KeptAnswers {
    /** So many lines are shown around the first difference. */
    private static final int AROUND = 4;

    private static final ObjectWriter READABLE = new ObjectMapper()
            .writer(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private KeptAnswers() {}

    /** JSON with a line to each value, so that a difference is seen in few lines. */
    public static String readable(JsonNode answer) {
        try {
            return READABLE.writeValueAsString(answer) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fails at the first line that differs. With {@code -Dlog.update=true} it writes what is said today instead, so that the
     * change of a reader shows in the diff.
     *
     * @param answers text by file name
     */
    public static void verify(Map<String, String> answers, Path folder) {
        if (Boolean.getBoolean("log.update")) {
            write(answers, folder);
            return;
        }
        Map<String, String> kept = read(folder);
        if (!kept.keySet().equals(answers.keySet())) {
            throw new AssertionError(
                    "kept are answers " + kept.keySet() + ", said are " + answers.keySet() + remedy(folder));
        }
        kept.forEach((name, before) -> {
            String now = answers.getOrDefault(name, "");
            if (!now.equals(before)) {
                throw new AssertionError(difference(folder.resolve(name), before, now) + remedy(folder));
            }
        });
    }

    private static String difference(Path file, String kept, String said) {
        List<String> before = kept.lines().toList();
        List<String> now = said.lines().toList();
        int line = (int) IntStream.range(0, Math.min(before.size(), now.size()))
                .takeWhile(i -> before.get(i).equals(now.get(i)))
                .count();
        return "another answer than " + file + " holds, from line " + (line + 1) + " on. Kept:\n" + around(before, line)
                + "\nSaid today:\n" + around(now, line);
    }

    private static String around(List<String> lines, int line) {
        return lines.stream()
                .skip(Math.max(0, line - AROUND))
                .limit(2L * AROUND + 1)
                .map(text -> "    " + text)
                .collect(Collectors.joining("\n"));
    }

    private static String remedy(Path folder) {
        return "\nIf it is meant, run the test with -Dlog.update=true, look at the difference, and commit " + folder;
    }

    private static Map<String, String> read(Path folder) {
        Map<String, String> kept = new TreeMap<>();
        if (!Files.exists(folder)) {
            return kept;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                kept.put(name, Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kept;
    }

    private static void write(Map<String, String> answers, Path folder) {
        try {
            for (String old : read(folder).keySet()) {
                Files.delete(folder.resolve(old));
            }
            for (Map.Entry<String, String> answer : answers.entrySet()) {
                Path file = folder.resolve(answer.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, answer.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
