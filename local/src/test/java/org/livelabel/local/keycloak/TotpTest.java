package org.livelabel.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    @ParameterizedTest
    // RFC 6238, appendix B: the last six of its eight digits; the secret is 12345678901234567890
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void agreesWithTheStandard(long second, String code) {
        Totp totp = new Totp("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

        assertThat(totp.code(Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void aRandomSecretIsWhatItsAddressCarries() {
        Totp totp = Totp.random(new SecureRandom());

        assertThat(totp.secret())
                .hasSize(32)
                .isNotEqualTo(Totp.random(new SecureRandom()).secret());
        assertThat(totp.address("LiveLabel local", "a+b@example.org"))
                .hasToString("otpauth://totp/LiveLabel%20local:a%2Bb%40example.org?secret=" + totp.secret()
                        + "&issuer=LiveLabel%20local&algorithm=SHA1&digits=6&period=30");
    }

    @ParameterizedTest
    @CsvSource({"''", "abcdefgh", "ABCDEFG1", "ABCD EFGH"})
    void aSecretThatIsNotBase32IsRefused(String secret) {
        assertThatThrownBy(() -> new Totp(secret)).isInstanceOf(IllegalArgumentException.class);
    }
}
