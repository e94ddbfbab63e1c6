package org.livelabel.gs1;

import java.util.Optional;

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

    /**
     * Why no product is sold under the number, to be read after it; empty if it can be a product's. GS1 leaves some prefixes to
     * shops for numbers of their own, and some to coupons (GS1 General Specifications, 1.4): they are no product's, or a different
     * one's in each shop.
     */
    public Optional<String> whyNoProduct() {
        boolean short8 = value.startsWith("000000");
        String begin = short8 ? value.substring(6, 8) : value.substring(1, 3);
        boolean ofShops = short8 ? "02".indexOf(begin.charAt(0)) >= 0 : begin.equals("02") || begin.charAt(0) == '2';
        if (ofShops) {
            return Optional.of(
                    "is a number that shops give to what they weigh or pack themselves; use the number that GS1 "
                            + "gave to the product");
        }
        return !short8 && (begin.equals("98") || begin.equals("99"))
                ? Optional.of("is a coupon's number; use the number that GS1 gave to the product")
                : Optional.empty();
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
