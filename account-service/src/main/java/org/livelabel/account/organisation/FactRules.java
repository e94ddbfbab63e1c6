package org.livelabel.account.organisation;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a single fact must look like; each says what is wrong with a text, or nothing. */
public final class FactRules {
    private static final int NAME = 200;
    private static final int CONTACT = 500;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern ADDRESS = Pattern.compile("https://[^\\s/?#@]+\\.[^\\s@]+|mailto:[^\\s@]+@[^\\s@]+");

    private FactRules() {}

    public static Optional<String> name(String text) {
        boolean fits = !text.isEmpty()
                && text.codePointCount(0, text.length()) <= NAME
                && text.strip().equals(text)
                && text.codePoints().noneMatch(Character::isISOControl);
        return fits
                ? Optional.empty()
                : Optional.of("must have 1 to " + NAME + " characters, no line breaks, and no blanks at either end");
    }

    public static Optional<String> country(String text) {
        return COUNTRIES.contains(text)
                ? Optional.empty()
                : Optional.of("must be the two capital letters of a country (ISO 3166-1), SE for instance");
    }

    public static Optional<String> contact(String text) {
        return text.length() <= CONTACT && ADDRESS.matcher(text).matches()
                ? Optional.empty()
                : Optional.of("must be an https: or mailto: address of at most " + CONTACT + " characters");
    }
}
