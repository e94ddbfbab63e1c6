package org.livelabel.texts;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that every reader reads alike: programs by RFC 3986 ({@link URI}) and browsers by the WHATWG's URL standard. What
 * one of them refuses or repairs is refused here, when it is written, so that no page has to cope with it.
 */
public final class WebAddress {
    /** In characters. */
    public static final int LONGEST = 2000;

    private static final String HTTPS = "https://";
    private static final String MAILTO = "mailto:";
    /** Neither standard takes them as they are; browsers write them in hexadecimal, or as another character. */
    private static final String TO_ESCAPE = " |\\\"<>^`{}";

    private static final Pattern MAIL = Pattern.compile("[^@?&,;:/#\\[\\]]+@[A-Za-z0-9.-]+\\.[A-Za-z0-9-]+(\\?[^@]*)?");

    private WebAddress() {}

    /** What is wrong with the address of a page, to be read after the field's name; empty if nothing. */
    public static Optional<String> flawOfPage(String text) {
        if (!text.startsWith(HTTPS)) {
            return Optional.of("must be an address of the form https://example.org/page");
        }
        return flawOfAny(text).or(() -> flawOfHost(text));
    }

    /** The same for a place where people are heard: a page or a mailbox. */
    public static Optional<String> flawOfContact(String text) {
        if (text.startsWith(HTTPS)) {
            return flawOfPage(text);
        }
        if (!text.startsWith(MAILTO)) {
            return Optional.of(
                    "must be an address of the form https://example.org/page or mailto:security@example.org");
        }
        return flawOfAny(text)
                .or(() -> flawOfSyntax(text))
                .or(() -> MAIL.matcher(text.substring(MAILTO.length())).matches()
                        ? Optional.empty()
                        : Optional.of("does not name one mailbox; write it like mailto:security@example.org"));
    }

    private static Optional<String> flawOfAny(String text) {
        if (text.length() > LONGEST) {
            return Optional.of("has more than " + LONGEST + " characters; use a shorter address");
        }
        Optional<String> unseen = WrittenText.flaw(text, WrittenText.Form.LINE);
        if (unseen.isPresent()) {
            return unseen;
        }
        for (char c : text.toCharArray()) {
            if (TO_ESCAPE.indexOf(c) >= 0) {
                return Optional.of("holds " + (c == ' ' ? "a space" : "the character " + c)
                        + ", which an address cannot hold; write %" + "%02X".formatted((int) c) + " in its place");
            }
            if (Character.isSpaceChar(c)) {
                return Optional.of("holds a blank, U+%04X, which an address cannot hold; remove it".formatted((int) c));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> flawOfHost(String text) {
        String authority = authority(text);
        if (!authority.chars().allMatch(c -> c < 0x80)) {
            return Optional.of(
                    "names its host in letters that not every program reads; write it as " + ascii(authority));
        }
        Optional<String> unreadable = flawOfSyntax(text);
        if (unreadable.isPresent()) {
            return unreadable;
        }
        URI uri = URI.create(text);
        if (authority.contains("@")) {
            return Optional.of("names a user before the host; remove everything between https:// and @");
        }
        String host = uri.getHost();
        if (host == null || !host.startsWith("[") && !isDomain(host)) {
            return Optional.of("names no host that everybody can reach; write it like https://example.org/page");
        }
        if (uri.getPort() > 65_535 || authority.endsWith(":")) {
            return Optional.of("has no such port; ports end at 65535, and without one there is no colon");
        }
        return Optional.empty();
    }

    private static Optional<String> flawOfSyntax(String text) {
        try {
            new URI(text);
            return Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of("cannot be read from its " + (e.getIndex() + 1)
                    + ". character on; copy the address from where it works");
        }
    }

    /** What stands between the scheme and the path, query or fragment. */
    private static String authority(String text) {
        String rest = text.substring(HTTPS.length());
        for (int i = 0; i < rest.length(); i++) {
            if ("/?#".indexOf(rest.charAt(i)) >= 0) {
                return rest.substring(0, i);
            }
        }
        return rest;
    }

    private static boolean isDomain(String host) {
        String[] labels = host.split("\\.", -1);
        if (labels.length < 2) {
            return false;
        }
        for (String label : labels) {
            boolean encoded = label.regionMatches(true, 0, "xn--", 0, 4);
            if (encoded && IDN.toUnicode(label, IDN.ALLOW_UNASSIGNED).equalsIgnoreCase(label)) {
                return false;
            }
        }
        return true;
    }

    private static String ascii(String authority) {
        try {
            return IDN.toASCII(authority);
        } catch (IllegalArgumentException e) {
            return "a browser's address bar gives it when copied, xn--...";
        }
    }
}
