package org.livelabel.gates.bad.copy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Has a name, a day and a digest of its own. */
class StrictJson {
    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.ofHours(1));
    }

    byte[] digest(byte[] bytes) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
