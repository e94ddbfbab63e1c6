package org.livelabel.label.page;

import io.quarkus.qute.RawString;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.livelabel.conduct.StyleHash;

/**
 * The one style sheet. It is part of every page, so that a page is one request, and the pages' Content-Security-Policy
 * allows it by its hash and nothing else: no script, no other style, no request to anybody.
 */
@Singleton
class Stylesheet {
    private final String css;
    private final String policy;

    Stylesheet() {
        this.css = compact(read());
        this.policy = "default-src 'none'; style-src " + StyleHash.of(css)
                + "; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    /** Ours, hence not escaped. */
    RawString css() {
        return new RawString(css);
    }

    String contentSecurityPolicy() {
        return policy;
    }

    /** Comments, indentation and line breaks are for those who edit it. */
    static String compact(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\s*\\n\\s*", "")
                .replaceAll("\\s*([{};,])\\s*", "$1")
                .replaceAll(": ", ":")
                .replace(";}", "}")
                .strip();
    }

    private static String read() {
        try (InputStream in = Stylesheet.class.getResourceAsStream("/style/label.css")) {
            if (in == null) {
                throw new IllegalStateException("no style sheet");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
