package org.livelabel.web.page;

import org.jspecify.annotations.Nullable;

/** What somebody typed into a field to search by. */
public final class Typed {
    private static final int LONGEST = 200;

    private Typed() {}

    /** Null if it is empty. What no keyboard types counts as a space; what does not fit into the field is cut off. */
    public static @Nullable String words(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String words = text.replaceAll("\\p{Cntrl}", " ").strip();
        if (words.isEmpty()) {
            return null;
        }
        if (words.length() <= LONGEST) {
            return words;
        }
        // not through the middle of a character that takes two
        boolean splits = Character.isHighSurrogate(words.charAt(LONGEST - 1));
        return words.substring(0, splits ? LONGEST - 1 : LONGEST);
    }
}
