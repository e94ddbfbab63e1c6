package org.livelabel.registry.draft;

import java.util.random.RandomGenerator;

/**
 * The code of a product's short address: eight random Crockford base-32 characters and one check character. It is printed,
 * so it is never changed and never given to another product.
 */
final class LabelCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_CHARACTERS = 8;

    private LabelCode() {}

    static String draw(RandomGenerator chance) {
        int[] digits = chance.ints(RANDOM_CHARACTERS, 0, 32).toArray();
        StringBuilder code = new StringBuilder();
        for (int digit : digits) {
            code.append(ALPHABET.charAt(digit));
        }
        return code.append(ALPHABET.charAt(check(digits))).toString();
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
