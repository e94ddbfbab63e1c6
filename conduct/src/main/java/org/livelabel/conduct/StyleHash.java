package org.livelabel.conduct;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Names a style sheet that is part of a page, so that a Content-Security-Policy can allow it and no other. */
public final class StyleHash {
    private StyleHash() {}

    /** A hash source (CSP 3, 2.3.1), in its quotation marks. */
    public static String of(String css) {
        byte[] digest = Sha256.bytesOf(css.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}
