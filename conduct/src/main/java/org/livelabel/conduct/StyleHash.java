package org.livelabel.conduct;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Names a style sheet that is part of a page, so that a Content-Security-Policy can allow it and no other. */
public final class StyleHash {
    private StyleHash() {}

    /** A hash source (CSP 3, 2.3.1), in its quotation marks. */
    public static String of(String css) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
