package org.livelabel.texts;

import static java.lang.Character.UnicodeScript.*;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/**
 * Which characters a text may hold. What nobody can see can make two names look alike, or one name read like another, so it is
 * refused; what real writing needs stays: joiners where they join, what makes a picture of an emoji, direction marks in prose.
 */
public final class WrittenText {
    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    /** Makes a picture of a character that can be one. */
    private static final int AS_PICTURE = 0xFE0F;
    /** Of a key: 1 in a square. */
    private static final int KEYCAP = 0x20E3;
    /** On one letter, in any writing that is in use; more hide the lines above and below. */
    private static final int MOST_MARKS = 4;
    /**
     * From and to, of what nobody sees although its category does not say so: what Unicode calls default-ignorable, variation
     * selectors among it, and some that are empty.
     */
    private static final int[][] INVISIBLE = {
        {0x034F, 0x034F},
        {0x115F, 0x1160},
        {0x17B4, 0x17B5},
        {0x180B, 0x180F},
        {0x2065, 0x2065},
        {0x2800, 0x2800},
        {0x3164, 0x3164},
        {0xFE00, 0xFE0F},
        {0xFFA0, 0xFFA0},
        {0xFFF0, 0xFFF8},
        // stands for an object that is not there
        {0xFFFC, 0xFFFC},
        {0x16FE4, 0x16FE4},
        {0x1D159, 0x1D159},
        {0xE0000, 0xE0FFF},
    };
    /** Signs that are written around numbers; format characters by their category, but everybody sees them. */
    private static final Set<Integer> NUMBER_SIGNS =
            Set.of(0x0600, 0x0601, 0x0602, 0x0603, 0x0604, 0x0605, 0x06DD, 0x070F, 0x08E2);
    /** Soft hyphen, and the marks that tell the direction of the character beside them and of nothing else. */
    private static final Set<Integer> ONLY_IN_PROSE = Set.of(0x00AD, 0x061C, 0x200E, 0x200F);
    /** Whose letters change their form where they join, so that it is written whether they do. */
    private static final Set<UnicodeScript> JOINING =
            EnumSet.of(ARABIC, SYRIAC, MANDAIC, NKO, ADLAM, MONGOLIAN, PHAGS_PA, MYANMAR, KHMER, TIBETAN);
    /** Takes the vowel from the letter before it, in the scripts from Devanagari to Sinhala: those two join, or show the sign. */
    private static final Set<Integer> VIRAMA =
            Set.of(0x094D, 0x09CD, 0x0A4D, 0x0ACD, 0x0B4D, 0x0BCD, 0x0C4D, 0x0CCD, 0x0D4D, 0x0DCA);
    /** Which write no spaces between words, so that it is written where a line may break. */
    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(THAI, LAO, KHMER, MYANMAR);
    /**
     * England, Scotland and Wales: a black flag and a word in characters that nobody sees. These are all that Unicode recommends
     * and that there are pictures of; any other word would stay hidden.
     */
    private static final List<String> FLAGS = Stream.of("gbeng", "gbsct", "gbwls")
            .map(WrittenText::tags)
            .map(word -> Character.toString(0x1F3F4) + word + Character.toString(0xE007F))
            .toList();

    private WrittenText() {}

    public enum Form {
        /** A line that neither begins nor ends with a blank. */
        NAME,
        /** A title, a number: one line. */
        LINE,
        /** A text with line breaks and tabs. */
        PROSE
    }

    /** What must be mended, to be read after the field's name, with the character named; empty if nothing. */
    public static Optional<String> flaw(String text, Form form) {
        return flaw(text, form, at -> text.codePointCount(0, at) + 1);
    }

    /** @param position which number people give to the character that begins at an index of the text */
    public static Optional<String> flaw(String text, Form form, IntUnaryOperator position) {
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (isRefused(text, i, character, form)) {
                return Optional.of(message(character, position.applyAsInt(i)));
            }
            i += Character.charCount(character);
        }
        if (!text.isEmpty() && isBlank(text)) {
            return Optional.of("is empty: from " + named(text.codePointAt(0))
                    + " on it holds nothing that people see; write what they shall read");
        }
        return form == Form.NAME ? flawOfEnds(text) : Optional.empty();
    }

    /** Whether people see nothing of the text: it holds blanks only, or nothing. */
    public static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(character -> isBlank(character) || Character.getType(character) == Character.FORMAT);
    }

    /** The text in one line, with the code in place of every character that {@link #flaw} would refuse: U+202E. */
    public static String visible(String text) {
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

    private static Optional<String> flawOfEnds(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int first = text.codePointAt(0);
        int last = text.codePointBefore(text.length());
        if (isBlank(first)) {
            return Optional.of("begins with " + named(first) + ", a blank; remove it");
        }
        return isBlank(last) ? Optional.of("ends with " + named(last) + ", a blank; remove it") : Optional.empty();
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isRefused(String text, int at, int character, Form form) {
        if (character >= 0x20 && character < 0x7F) {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL -> form != Form.PROSE || character != '\n' && character != '\r' && character != '\t';
            case Character.SURROGATE, Character.PRIVATE_USE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            case Character.FORMAT -> !isNeeded(text, at, character, form);
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
                isInvisible(character) && !(character == AS_PICTURE && isAfterPicture(text, at))
                        || marksBefore(text, at) >= MOST_MARKS;
            default -> isInvisible(character) || isNoCharacter(character);
        };
    }

    private static boolean isNeeded(String text, int at, int character, Form form) {
        return switch (character) {
            case ZERO_WIDTH_JOINER ->
                isBetween(text, at, JOINING) || isBesideVirama(text, at) || isBetweenEmoji(text, at);
            case ZERO_WIDTH_NON_JOINER ->
                isBetween(text, at, JOINING) || isBesideVirama(text, at) && isBeforeLetter(text, at);
            case ZERO_WIDTH_SPACE -> form == Form.PROSE && isBetween(text, at, WITHOUT_SPACES);
            default ->
                NUMBER_SIGNS.contains(character)
                        || form == Form.PROSE && ONLY_IN_PROSE.contains(character)
                        || isWithinFlag(text, at);
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

    /** UAX #31: behind the sign; also between a letter and the sign, as Bengali and Kannada are written. */
    private static boolean isBesideVirama(String text, int at) {
        int after = at + 1;
        return at > 0
                && (VIRAMA.contains((int) text.charAt(at - 1))
                        || after < text.length()
                                && VIRAMA.contains((int) text.charAt(after))
                                && Character.isLetter(text.charAt(at - 1)));
    }

    /** Or before the sign that binds one. */
    private static boolean isBeforeLetter(String text, int at) {
        int after = at + 1;
        return after < text.length()
                && (Character.isLetter(text.codePointAt(after)) || VIRAMA.contains((int) text.charAt(after)));
    }

    /** Such as a family, which is written as its members. */
    private static boolean isBetweenEmoji(String text, int at) {
        int before = at;
        int character = AS_PICTURE;
        while (before > 0 && (character == AS_PICTURE || Character.isEmojiModifier(character))) {
            character = text.codePointBefore(before);
            before -= Character.charCount(character);
        }
        int after = at + 1;
        return Character.isExtendedPictographic(character)
                && after < text.length()
                && Character.isExtendedPictographic(text.codePointAt(after));
    }

    /** A digit can be a picture of a key only. */
    private static boolean isAfterPicture(String text, int at) {
        if (at == 0) {
            return false;
        }
        int character = text.codePointBefore(at);
        int after = at + 1;
        return Character.isEmoji(character)
                && (Character.isExtendedPictographic(character)
                        || after < text.length() && text.charAt(after) == KEYCAP);
    }

    private static boolean isWithinFlag(String text, int at) {
        return FLAGS.stream().anyMatch(flag -> {
            int start = at;
            while (start > 0 && start > at - flag.length() && !text.startsWith(flag, start)) {
                start--;
            }
            return start + flag.length() > at && text.startsWith(flag, start);
        });
    }

    /** How many marks the same letter has already, up to one too many. */
    private static int marksBefore(String text, int at) {
        int marks = 0;
        for (int before = at; before > 0 && marks < MOST_MARKS; ) {
            int character = text.codePointBefore(before);
            switch (Character.getType(character)) {
                case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> marks++;
                // nothing that a mark could stand on
                case Character.FORMAT -> {}
                default -> {
                    return marks;
                }
            }
            before -= Character.charCount(character);
        }
        return marks;
    }

    private static boolean isInvisible(int character) {
        for (int[] range : INVISIBLE) {
            if (character <= range[1]) {
                return character >= range[0];
            }
        }
        return false;
    }

    private static boolean isNoCharacter(int character) {
        return (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
    }

    private static String tags(String word) {
        StringBuilder tags = new StringBuilder();
        word.chars().forEach(letter -> tags.appendCodePoint(0xE0000 + letter));
        return tags.toString();
    }

    private static String message(int character, int position) {
        String what = "holds the character " + named(character) + " as its " + position + ". character, ";
        return what
                + switch (Character.getType(character)) {
                    case Character.SURROGATE -> "half of a surrogate pair; send whole characters";
                    case Character.PRIVATE_USE -> "which means something else to everybody; remove it";
                    case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
                        isInvisible(character)
                                ? "which people cannot see there; remove it"
                                : "which is one mark too many; a letter has " + MOST_MARKS + " at most";
                    default -> "which people cannot see; remove it";
                };
    }

    private static String named(int character) {
        String name = Character.getType(character) == Character.SURROGATE ? null : Character.getName(character);
        return code(character) + (name == null ? "" : " (" + name + ")");
    }

    private static String code(int character) {
        return "U+%04X".formatted(character);
    }
}
