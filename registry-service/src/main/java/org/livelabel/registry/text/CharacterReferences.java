package org.livelabel.registry.text;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.livelabel.texts.WrittenText;
import org.owasp.html.Encoding;

/**
 * What stands in HTML or Markdown as {@code &#x202e;} is what people read, or do not see. It is looked at as browsers read it,
 * numbers without a semicolon as well, wherever it stands: in Markdown, which others render, in code too. Only {@code &#128;} to
 * {@code &#159;}, which browsers read as characters of an old Windows, count as the control characters that they are by their
 * number, and so are refused: others read them so.
 */
public final class CharacterReferences {
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#(?:([0-9]+)|[xX]([0-9A-Fa-f]+));?|[A-Za-z][A-Za-z0-9]*;)");
    private static final String UNKNOWN = "\uFFFD";

    private CharacterReferences() {}

    /** What must be mended once the references are read, with the place where it is written; empty if nothing, or if there are none. */
    public static Optional<String> flaw(String text) {
        Matcher references = REFERENCE.matcher(text);
        if (!references.find()) {
            return Optional.empty();
        }
        String read = references.replaceAll(reference -> Matcher.quoteReplacement(read(reference)));
        return WrittenText.flaw(read, WrittenText.Form.PROSE, at -> position(text, at));
    }

    /** @param at an index of what is read */
    private static int position(String text, int at) {
        int longer = 0;
        Matcher references = REFERENCE.matcher(text);
        while (references.find() && references.start() - longer < at) {
            longer += references.end() - references.start() - read(references).length();
        }
        return text.codePointCount(0, at + longer) + 1;
    }

    private static String read(MatchResult reference) {
        String decimal = reference.group(1);
        String hexadecimal = reference.group(2);
        if (decimal != null) {
            return character(decimal, 10);
        }
        return hexadecimal == null ? Encoding.decodeHtml(reference.group(), false) : character(hexadecimal, 16);
    }

    private static String character(String digits, int radix) {
        try {
            int character = Integer.parseInt(digits, radix);
            boolean exists = Character.isValidCodePoint(character)
                    && character != 0
                    && Character.getType(character) != Character.SURROGATE;
            return exists ? Character.toString(character) : UNKNOWN;
        } catch (NumberFormatException e) {
            return UNKNOWN;
        }
    }
}
