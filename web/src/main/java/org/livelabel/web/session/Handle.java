package org.livelabel.web.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.livelabel.conduct.Sha256;

/**
 * 256 random bits that a browser holds. The database knows their SHA-256 only, and the key of what is kept for the
 * browser is derived from them (HKDF, RFC 5869): the table alone opens nothing, and no key has to be managed.
 */
final class Handle {
    private static final int BYTES = 32;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final byte[] bits;

    private Handle(byte[] bits) {
        this.bits = bits;
    }

    static Handle draw(RandomGenerator chance) {
        byte[] bits = new byte[BYTES];
        chance.nextBytes(bits);
        return new Handle(bits);
    }

    /** @throws IllegalArgumentException if it was not made by {@link #cookieValue()} */
    static Handle read(String cookieValue) {
        byte[] bits = Base64.getUrlDecoder().decode(cookieValue);
        if (bits.length != BYTES) {
            throw new IllegalArgumentException("not a session handle");
        }
        return new Handle(bits);
    }

    String cookieValue() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** By which the row is found. */
    String hash() {
        return Sha256.of(bits);
    }

    /** To be called once for each handle: key and nonce both come from it. */
    byte[] seal(byte[] plain) {
        return apply(Cipher.ENCRYPT_MODE, plain);
    }

    /** @throws IllegalStateException if it was sealed with another handle, or changed */
    byte[] open(byte[] sealed) {
        return apply(Cipher.DECRYPT_MODE, sealed);
    }

    private byte[] apply(int mode, byte[] input) {
        try {
            byte[] material = KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(bits)
                            .thenExpand(
                                    "livelabel web session tokens".getBytes(StandardCharsets.US_ASCII),
                                    KEY_BYTES + NONCE_BYTES));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(Arrays.copyOf(material, KEY_BYTES), "AES"),
                    new GCMParameterSpec(TAG_BITS, material, KEY_BYTES, NONCE_BYTES));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
