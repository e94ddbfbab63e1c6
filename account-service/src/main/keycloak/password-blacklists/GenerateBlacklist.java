import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Writes {@code livelabel-passwords.txt} from {@code words.txt}: everything of 12 to 40 characters that a word makes with
 * another common word or with a usual ending. Shorter passwords are refused by their length anyway; Keycloak compares
 * without regard to case.
 *
 * <p>Run it in this folder after changing the words or the rule: {@code java GenerateBlacklist.java}
 */
class GenerateBlacklist {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 40;
    private static final List<String> ENDINGS = List.of(
            "!", "!!", "1", "1!", "12", "12!", "123", "123!", "1234", "1234!", "12345", "123456", "1234567", "12345678",
            "123456789", "1234567890", "123abc", "abc", "abc123", "007", "01", "11", "111", "2000", "2020", "2021", "2022",
            "2023", "2024", "2025", "2026", "2027", "2024!", "2025!", "2026!", "2027!", "321", "4321", "54321", "654321",
            "987654321", "@123", "@1234", "#123", "_123", "-123", ".123", "qwerty", "pass", "password", "admin");
    private static final List<String> FAVOURITES = List.of(
            "livelabel", "password", "passwort", "admin", "welcome", "letmein", "iloveyou", "secret", "qwerty", "qwertz",
            "test", "user", "login", "123456");

    public static void main(String[] args) throws IOException {
        List<String> words = Files.readAllLines(Path.of("words.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        TreeSet<String> refused = words.stream()
                .flatMap(GenerateBlacklist::built)
                .map(p -> p.toLowerCase(Locale.ROOT))
                .filter(p -> p.length() >= SHORTEST && p.length() <= LONGEST)
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
        Files.writeString(Path.of("livelabel-passwords.txt"), refused.stream().collect(joining("\n", "", "\n")));
    }

    private static Stream<String> built(String word) {
        Stream<String> repeated = Stream.of(word, word + word, word + word + word);
        Stream<String> ended = ENDINGS.stream().flatMap(end -> Stream.of(word + end, word + word + end));
        Stream<String> joined = FAVOURITES.stream()
                .flatMap(other -> Stream.of(word + other, other + word, word + "-" + other, word + " " + other));
        return Stream.of(repeated, ended, joined).flatMap(s -> s);
    }
}
