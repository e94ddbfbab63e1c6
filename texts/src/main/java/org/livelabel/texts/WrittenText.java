package org.livelabel.texts;

import static java.lang.Character.UnicodeScript.*;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which characters a text may hold. What nobody can see can make two names look alike, or one name read like another, so it is
 * refused; what real writing needs stays: joiners within the scripts that join and within emoji, direction marks in prose.
 */
public final class WrittenText {
    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    /** Letters and marks by their category, and yet nothing is seen of them. */
    private static final Set<Integer> INVISIBLE =
            Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0);
    /** Signs that are written around numbers; format characters by their category, but everybody sees them. */
    private static final Set<Integer> NUMBER_SIGNS =
            Set.of(0x0600, 0x0601, 0x0602, 0x0603, 0x0604, 0x0605, 0x06DD, 0x070F, 0x08E2);
    /** Soft hyphen, and the marks that tell the direction of the character beside them and of nothing else. */
    private static final Set<Integer> ONLY_IN_PROSE = Set.of(0x00AD, 0x061C, 0x200E, 0x200F);
    /** Whose letters change their form where they join, so that it is written whether they do. */
    private static final Set<UnicodeScript> JOINING = EnumSet.of(
            ARABIC,
            SYRIAC,
            MANDAIC,
            NKO,
            ADLAM,
            MONGOLIAN,
            PHAGS_PA,
            DEVANAGARI,
            BENGALI,
            GURMUKHI,
            GUJARATI,
            ORIYA,
            TAMIL,
            TELUGU,
            KANNADA,
            MALAYALAM,
            SINHALA,
            MYANMAR,
            KHMER,
            TIBETAN);
    /** Which write no spaces between words, so that it is written where a line may break. */
    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(THAI, LAO, KHMER, MYANMAR);

    private WrittenText() {}

    public enum Form {
        /** A name, a title, a number: one line. */
        LINE,
        /** A text with line breaks and tabs. */
        PROSE
    }

    /** What must be mended, to be read after the field's name, with the character named; empty if nothing. */
    public static Optional<String> flaw(String text, Form form) {
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (isRefused(text, i, character, form)) {
                return Optional.of(message(character, text.codePointCount(0, i) + 1));
            }
            i += Character.charCount(character);
        }
        return Optional.empty();
    }

    /** The text in one line, with the code in place of every character that {@link #flaw} would refuse: U+202E. */
    public static String visible(String text) {
        if (flaw(text, Form.LINE).isEmpty()) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (isRefused(text, i, character, Form.LINE)) {
                visible.append(code(character));
            } else {
                visible.appendCodePoint(character);
            }
            i += Character.charCount(character);
        }
        return visible.toString();
    }

    private static boolean isRefused(String text, int at, int character, Form form) {
        if (character >= 0x20 && character < 0x7F) {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL -> form == Form.LINE || character != '\n' && character != '\r' && character != '\t';
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> !isNeeded(text, at, character, form);
            default -> INVISIBLE.contains(character) || isNoCharacter(character);
        };
    }

    private static boolean isNeeded(String text, int at, int character, Form form) {
        return switch (character) {
            case ZERO_WIDTH_JOINER -> isBetween(text, at, JOINING) || isBetweenEmoji(text, at);
            case ZERO_WIDTH_NON_JOINER -> isBetween(text, at, JOINING);
            case ZERO_WIDTH_SPACE -> form == Form.PROSE && isBetween(text, at, WITHOUT_SPACES);
            default -> NUMBER_SIGNS.contains(character) || form == Form.PROSE && ONLY_IN_PROSE.contains(character);
        };
    }

    private static boolean isBetween(String text, int at, Set<UnicodeScript> scripts) {
        int before = at;
        UnicodeScript script = INHERITED;
        // a mark belongs to the letter before it
        while (before > 0 && script == INHERITED) {
            int character = text.codePointBefore(before);
            before -= Character.charCount(character);
            // the two joiners count as inherited as well: one after another joins nothing
            script = Character.getType(character) == Character.FORMAT ? COMMON : UnicodeScript.of(character);
        }
        int after = at + 1;
        return scripts.contains(script)
                && after < text.length()
                && scripts.contains(UnicodeScript.of(text.codePointAt(after)));
    }

    /** Such as a family, which is written as its members. */
    private static boolean isBetweenEmoji(String text, int at) {
        int before = at;
        int character = 0xFE0F;
        while (before > 0 && (character == 0xFE0F || Character.isEmojiModifier(character))) {
            character = text.codePointBefore(before);
            before -= Character.charCount(character);
        }
        int after = at + 1;
        return Character.isExtendedPictographic(character)
                && after < text.length()
                && Character.isExtendedPictographic(text.codePointAt(after));
    }

    private static boolean isNoCharacter(int character) {
        return (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
    }

    private static String message(int character, int position) {
        String what = "holds the character " + code(character);
        if (Character.getType(character) == Character.SURROGATE) {
            return what + " as its " + position + ". character, half of a surrogate pair; send whole characters";
        }
        String name = Character.getName(character);
        return what + (name == null ? "" : " (" + name + ")") + " as its " + position
                + ". character, which people cannot see; remove it";
    }

    private static String code(int character) {
        return "U+%04X".formatted(character);
    }
}
