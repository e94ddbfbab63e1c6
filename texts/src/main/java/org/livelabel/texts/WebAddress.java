package org.livelabel.texts;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Addresses that every reader reads alike: programs by RFC 3986 and browsers by the WHATWG's URL standard. What one of them
 * refuses or repairs is refused here, when it is written, so that no page has to cope with it. Their hosts are such as everybody
 * can reach, as far as that can be seen from what is written.
 */
public final class WebAddress {
    /** In characters. */
    public static final int LONGEST = 2000;

    private static final String HTTPS = "https://";
    private static final String MAILTO = "mailto:";
    /** RFC 3986 has no place for them; browsers write some in hexadecimal, and some as another character. */
    private static final String TO_ESCAPE = " |\\\"<>^`{}";
    /** Only around a host that is a number. */
    private static final String BRACKETS = "[]";

    private static final Pattern MAIL =
            Pattern.compile("[^@?&,;:/#\\[\\]]+@[A-Za-z0-9.-]+\\.[A-Za-z][A-Za-z0-9-]*(\\?[^@]*)?");
    /** In hexadecimal alone and without an interface; browsers refuse or rewrite the rest. */
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f:]+]");
    /** Browsers read a number that begins with a zero as an octal one. */
    private static final Pattern IPV4 = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})(?:\\.(?!$)|$)){4}");
    /** RFC 6761, RFC 6762 and ICANN keep them for one machine, one home and one company. */
    private static final Set<String> AT_HOME = Set.of("localhost", "local", "internal");

    private WebAddress() {}

    /** What is wrong with the address of a page, to be read after the field's name; empty if nothing. */
    public static Optional<String> flawOfPage(String text) {
        if (!text.startsWith(HTTPS)) {
            return Optional.of("must be an address of the form https://example.org/page");
        }
        String authority = authority(text);
        return flawOfText(text)
                .or(() -> flawOfLetters(authority))
                .or(() -> flawOfEscapes(text, HTTPS.length() + authority.length()))
                .or(() -> flawOfSyntax(text))
                .or(() -> flawOfHost(URI.create(text), authority));
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
        return flawOfText(text)
                .or(() -> flawOfEscapes(text, MAILTO.length()))
                .or(() -> flawOfSyntax(text))
                .or(() -> MAIL.matcher(text.substring(MAILTO.length())).matches()
                        ? Optional.empty()
                        : Optional.of("does not name one mailbox; write it like mailto:security@example.org"));
    }

    private static Optional<String> flawOfText(String text) {
        if (text.length() > LONGEST) {
            return Optional.of("has more than " + LONGEST + " characters; use a shorter address");
        }
        return WrittenText.flaw(text, WrittenText.Form.LINE).or(() -> text.chars()
                .filter(c -> c != ' ' && Character.isSpaceChar(c))
                .mapToObj("holds a blank, U+%04X, which an address cannot hold; remove it"::formatted)
                .findFirst());
    }

    private static Optional<String> flawOfLetters(String authority) {
        return isAscii(authority)
                ? Optional.empty()
                : Optional.of(
                        "names its host in letters that not every program reads; write it as " + ascii(authority));
    }

    /** @param path where the host ends */
    private static Optional<String> flawOfEscapes(String text, int path) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            String character = Character.toString(text.codePointAt(i));
            if (TO_ESCAPE.contains(character) || !isAscii(character) || i >= path && BRACKETS.contains(character)) {
                return Optional.of("holds " + (character.equals(" ") ? "a space" : "the character " + character)
                        + ", which an address cannot hold; write " + escaped(character) + " in its place");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> flawOfHost(URI uri, String authority) {
        if (authority.contains("@")) {
            return Optional.of("names a user before the host; remove everything between https:// and @");
        }
        String host = uri.getHost();
        if (host == null || isName(host) && !isDomain(host)) {
            return Optional.of("names no host that everybody can reach; write it like https://example.org/page");
        }
        if (!isName(host)) {
            if (!IPV4.matcher(host).matches() && !IPV6.matcher(host).matches()) {
                return Optional.of("names its host by a number that not every reader can read; "
                        + "write it like 192.0.2.1 or [2001:db8::1]");
            }
            if (!isForEverybody(InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")))) {
                return Optional.of("names no host that everybody can reach, but one of a closed network; "
                        + "write it like https://example.org/page");
            }
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535 || authority.endsWith(":")) {
            return Optional.of("has no such port; ports are 1 to 65535, and without one there is no colon");
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

    /** The last part of a name begins with a letter. */
    private static boolean isName(String host) {
        return !host.startsWith("[") && !Character.isDigit(host.charAt(host.lastIndexOf('.', host.length() - 2) + 1));
    }

    private static boolean isDomain(String host) {
        // a full stop at the end says that the name is whole
        String[] labels = host.replaceFirst("\\.$", "").split("\\.", -1);
        if (labels.length < 2 || AT_HOME.contains(labels[labels.length - 1].toLowerCase(Locale.ROOT))) {
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

    /** By IANA's registries: no loopback, private, link-local, shared, unspecified or reserved address, and no multicast. */
    private static boolean isForEverybody(InetAddress address) {
        int first = Byte.toUnsignedInt(address.getAddress()[0]);
        int second = Byte.toUnsignedInt(address.getAddress()[1]);
        if (address instanceof Inet4Address) {
            boolean isShared = first == 100 && second >= 64 && second < 128;
            return first > 0
                    && first < 224
                    && !isShared
                    && !address.isLoopbackAddress()
                    && !address.isLinkLocalAddress()
                    && !address.isSiteLocalAddress();
        }
        // 2000::/3 is all that is given to single hosts of everybody's network
        return first >> 5 == 1;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static String escaped(String character) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
            escaped.append("%%%02X".formatted(octet));
        }
        return escaped.toString();
    }

    private static String ascii(String authority) {
        try {
            return IDN.toASCII(authority);
        } catch (IllegalArgumentException e) {
            return "a browser's address bar gives it when copied, xn--...";
        }
    }
}
