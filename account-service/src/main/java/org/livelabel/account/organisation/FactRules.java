package org.livelabel.account.organisation;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.livelabel.texts.WebAddress;
import org.livelabel.texts.WrittenText;

/** What a single fact must look like; each says what is wrong with a text, or nothing. */
public final class FactRules {
    private static final int NAME = 200;
    private static final int CONTACT = 500;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private FactRules() {}

    public static Optional<String> name(String text) {
        if (text.isEmpty() || text.codePointCount(0, text.length()) > NAME) {
            return Optional.of("must have 1 to " + NAME + " characters");
        }
        return WrittenText.flaw(text, WrittenText.Form.NAME);
    }

    public static Optional<String> country(String text) {
        return COUNTRIES.contains(text)
                ? Optional.empty()
                : Optional.of("must be the two capital letters of a country (ISO 3166-1), SE for instance");
    }

    public static Optional<String> contact(String text) {
        return text.length() > CONTACT
                ? Optional.of("has more than " + CONTACT + " characters; use a shorter address")
                : WebAddress.flawOfContact(text);
    }
}
