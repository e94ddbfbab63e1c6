package org.livelabel.gs1;

/**
 * A Global Trade Item Number in its 14-digit form. GTIN-8, -12 and -13 are the same number with leading zeros
 * (GS1 General Specifications, 7.9), so two labels of one product compare equal whatever the barcode's length.
 */
public record Gtin(String value) implements Comparable<Gtin> {
    public Gtin {
        if (value.length() != 14) {
            throw new InvalidGtinException(value, "has " + value.length() + " digits in place of 14");
        }
        requireValid(value);
    }

    /** @param text 8, 12, 13 or 14 digits; nothing else, not even spaces */
    public static Gtin parse(String text) {
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new InvalidGtinException(text, "must be digits only");
        }
        return switch (text.length()) {
            case 8, 12, 13, 14 -> {
                requireValid(text);
                yield new Gtin("0".repeat(14 - text.length()) + text);
            }
            default ->
                throw new InvalidGtinException(text, "has " + text.length() + " digits; a GTIN has 8, 12, 13 or 14");
        };
    }

    /** The digits as the barcode on the pack shows them: 8, 12 and 14 digits keep their length, the rest are GTIN-13. */
    public String onPack() {
        if (value.startsWith("000000")) {
            return value.substring(6);
        }
        if (value.startsWith("00")) {
            return value.substring(2);
        }
        return value.startsWith("0") ? value.substring(1) : value;
    }

    @Override
    public int compareTo(Gtin other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static void requireValid(String digits) {
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new InvalidGtinException(digits, "must be digits only");
        }
        char expected = checkDigit(digits.substring(0, digits.length() - 1));
        if (digits.charAt(digits.length() - 1) != expected) {
            throw new InvalidGtinException(
                    digits,
                    "ends in " + digits.charAt(digits.length() - 1) + ", its check digit should be " + expected);
        }
        if (digits.chars().allMatch(c -> c == '0')) {
            throw new InvalidGtinException(digits, "is all zeros");
        }
    }

    /** Weights 3 and 1 alternate from the right (GS1 General Specifications, 7.9). */
    static char checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
