package org.livelabel.texts;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The code of a product's short address: eight random Crockford base-32 characters and one check character. It is printed,
 * so it is never changed and never given to another product.
 */
public final class LabelCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_CHARACTERS = 8;

    private LabelCode() {}

    public static String draw(RandomGenerator chance) {
        int[] digits = chance.ints(RANDOM_CHARACTERS, 0, 32).toArray();
        StringBuilder code = new StringBuilder();
        for (int digit : digits) {
            code.append(ALPHABET.charAt(digit));
        }
        return code.append(ALPHABET.charAt(check(digits))).toString();
    }

    /** As it is printed: capitals, no hyphens or spaces, no letter that looks like a digit. */
    public static String canonical(String typed) {
        return typed.replaceAll("[-\\s]", "")
                .toUpperCase(Locale.ROOT)
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0');
    }

    /** Whether it could be one, a slip in it not looked for. */
    public static boolean hasForm(String canonical) {
        return canonical.length() == RANDOM_CHARACTERS + 1 && canonical.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }

    /** Whether it could be one, and its check character says that no slip is in it. */
    public static boolean isSound(String canonical) {
        return hasForm(canonical)
                && ALPHABET.charAt(check(canonical
                                .chars()
                                .limit(RANDOM_CHARACTERS)
                                .map(ALPHABET::indexOf)
                                .toArray()))
                        == canonical.charAt(RANDOM_CHARACTERS);
    }

    /**
     * The weighted sum over GF(32): every character counts with its own power of the generator, so one wrong character and
     * any two that changed places are both found.
     */
    static int check(int[] digits) {
        int sum = 0;
        int weight = 1;
        for (int digit : digits) {
            weight = multiply(weight, 2);
            sum ^= multiply(weight, digit);
        }
        return sum;
    }

    /** In GF(32) with x^5 + x^2 + 1. */
    private static int multiply(int a, int b) {
        int product = 0;
        for (int bit = 0; bit < 5; bit++) {
            if ((b >> bit & 1) == 1) {
                product ^= a << bit;
            }
        }
        for (int bit = 9; bit >= 5; bit--) {
            if ((product >> bit & 1) == 1) {
                product ^= 0b100101 << bit - 5;
            }
        }
        return product;
    }
}
