package org.livelabel.label.lookup;

import java.util.Locale;

/** The code of a product's short address, nine characters of Crockford's base 32. */
public final class LabelCode {
    private LabelCode() {}

    /** As it is printed: capitals, no hyphens or spaces, no letter that looks like a digit. */
    public static String canonical(String typed) {
        return typed.replaceAll("[-\\s]", "")
                .toUpperCase(Locale.ROOT)
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0');
    }
}
