package org.livelabel.registry.paging;

import java.util.List;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.problem.ProblemType;

/** How much may be searched for at once: each word costs the database work of its own. */
public final class WordLimit {
    static final int CHARACTERS = 200;
    static final int WORDS = 32;

    private WordLimit() {}

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 */
    public static void requireShort(String parameter, String asked) {
        if (asked.length() > CHARACTERS) {
            throw Problem.at(
                    ProblemType.INVALID_PARAMETER,
                    parameter,
                    "has more than " + CHARACTERS + " characters; ask for fewer words");
        }
    }

    /**
     * As the words are compared: one character can be written out as many, and as several words.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400
     */
    public static void requireFew(String parameter, List<String> compared) {
        int words = compared.size();
        if (compared.stream().mapToInt(String::length).sum() > 2 * CHARACTERS) {
            throw Problem.at(
                    ProblemType.INVALID_PARAMETER,
                    parameter,
                    "has more than " + 2 * CHARACTERS + " letters as they are compared; ask for fewer words");
        }
        if (words > WORDS) {
            throw Problem.at(
                    ProblemType.INVALID_PARAMETER,
                    parameter,
                    "has " + words + " words as they are compared; " + WORDS + " are enough, leave some out");
        }
    }
}
