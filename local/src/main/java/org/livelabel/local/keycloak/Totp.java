package org.livelabel.local.keycloak;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords (RFC 6238) as the realm wants them: six digits, 30 seconds, HMAC-SHA-1.
 *
 * @param secret base 32 (RFC 4648) without padding
 */
public record Totp(String secret) {
    /** How long a code stands. Keycloak takes each code once. */
    public static final Duration STEP = Duration.ofSeconds(30);

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public Totp {
        if (secret.isEmpty() || !secret.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            throw new IllegalArgumentException("a TOTP secret consists of the letters A to Z and the digits 2 to 7");
        }
    }

    /** With the 160 random bits that RFC 4226 recommends. */
    public static Totp random(SecureRandom random) {
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < 32; i++) {
            secret.append(ALPHABET.charAt(random.nextInt(32)));
        }
        return new Totp(secret.toString());
    }

    public String code(Instant at) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key(), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step(at)).array());
            // RFC 4226, 5.3
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What an authenticator app reads from a QR code. */
    public URI address(String issuer, String account) {
        return URI.create("otpauth://totp/" + encoded(issuer) + ":" + encoded(account) + "?secret=" + secret
                + "&issuer=" + encoded(issuer) + "&algorithm=SHA1&digits=6&period=" + STEP.toSeconds());
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "Totp";
    }

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    private byte[] key() {
        ByteBuffer key = ByteBuffer.allocate(secret.length() * 5 / 8);
        int bits = 0;
        int value = 0;
        for (char c : secret.toCharArray()) {
            value = (value << 5 | ALPHABET.indexOf(c)) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                key.put((byte) (value >> bits));
            }
        }
        return key.array();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
