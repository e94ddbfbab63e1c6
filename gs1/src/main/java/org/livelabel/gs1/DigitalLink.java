package org.livelabel.gs1;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The path of a GS1 Digital Link URI: {@code /01/09520000000011/10/LOT-A/21/1234} (GS1 Digital Link: URI Syntax 1.3, primary key
 * 01).
 *
 * @param qualifiers what is known of the unit, by application identifier, in the order of the address
 */
public record DigitalLink(Gtin gtin, Map<String, String> qualifiers) {
    private static final String PRIMARY_KEY = "01";
    /** Variant, batch and serial number, in this order; a third party's serial number stands alone. */
    private static final List<String> ORDER = List.of("22", "10", "21");

    private static final String THIRD_PARTY = "235";
    private static final int LONGEST = 20;
    private static final int LONGEST_THIRD_PARTY = 28;
    /** GS1 General Specifications, figure 7.11-1. */
    private static final Pattern CHARACTERS = Pattern.compile("[!\"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]+");

    /** @param base scheme, host and, if need be, port and path of the resolver; with or without a trailing slash */
    public static URI of(URI base, Gtin gtin) {
        String prefix = base.toString();
        return URI.create((prefix.endsWith("/") ? prefix : prefix + "/") + "01/" + gtin.value());
    }

    /**
     * Reads a path.
     *
     * @param rawPath from the primary key on, still escaped: a value may hold a slash, written %2F. One slash at the end is not
     *     counted
     * @throws InvalidGtinException if the number is none
     * @throws InvalidDigitalLinkException if anything else is wrong
     */
    public static DigitalLink parse(String rawPath) {
        String path = rawPath.startsWith("/") ? rawPath.substring(1) : rawPath;
        String[] parts = (path.endsWith("/") ? path.substring(0, path.length() - 1) : path).split("/", -1);
        if (List.of(parts).subList(0, parts.length - 1).contains("")) {
            throw new InvalidDigitalLinkException("holds two slashes with nothing between them");
        }
        if (parts.length < 2 || !parts[0].equals(PRIMARY_KEY)) {
            throw new InvalidDigitalLinkException("does not begin with /01/ and a GTIN");
        }
        if (parts.length % 2 != 0) {
            throw new InvalidDigitalLinkException("ends with a key that has no value");
        }
        Gtin gtin = Gtin.parse(unescaped(parts[1]));
        Map<String, String> qualifiers = new LinkedHashMap<>();
        String before = "";
        for (int i = 2; i < parts.length; i += 2) {
            requireInOrder(before, parts[i]);
            before = parts[i];
            qualifiers.put(parts[i], value(parts[i], unescaped(parts[i + 1])));
        }
        return new DigitalLink(gtin, Map.copyOf(qualifiers));
    }

    private static void requireInOrder(String before, String key) {
        if (key.equals(before)) {
            throw new InvalidDigitalLinkException("holds the key " + key + " twice");
        }
        if (key.contains("%")) {
            throw new InvalidDigitalLinkException("holds the escaped key " + key + "; write a key in digits");
        }
        boolean alone = key.equals(THIRD_PARTY) || before.equals(THIRD_PARTY);
        if (!key.equals(THIRD_PARTY) && !ORDER.contains(key)) {
            throw new InvalidDigitalLinkException(
                    "holds the key " + key + "; after the GTIN stand 22, 10 and 21, or 235 alone");
        }
        if (alone ? !before.isEmpty() : !before.isEmpty() && ORDER.indexOf(key) < ORDER.indexOf(before)) {
            throw new InvalidDigitalLinkException("holds its keys in another order than 01, 22, 10, 21, or 01, 235");
        }
    }

    private static String value(String key, String value) {
        int longest = key.equals(THIRD_PARTY) ? LONGEST_THIRD_PARTY : LONGEST;
        if (value.isEmpty()
                || value.length() > longest
                || !CHARACTERS.matcher(value).matches()) {
            throw new InvalidDigitalLinkException("holds as the value of " + key + " other than 1 to " + longest
                    + " letters, digits and signs that GS1 knows");
        }
        return value;
    }

    /** A plus is a plus in a path. */
    private static String unescaped(String part) {
        ByteBuffer bytes = ByteBuffer.allocate(part.length() * 3);
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c != '%') {
                bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            int high = i + 2 < part.length() ? Character.digit(part.charAt(i + 1), 16) : -1;
            int low = i + 2 < part.length() ? Character.digit(part.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                throw new InvalidDigitalLinkException("holds a % that two hexadecimal digits do not follow");
            }
            bytes.put((byte) (16 * high + low));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new InvalidDigitalLinkException("holds bytes that are not UTF-8");
        }
    }
}
