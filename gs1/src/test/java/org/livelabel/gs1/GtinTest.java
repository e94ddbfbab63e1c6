package org.livelabel.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {
    @ParameterizedTest
    @CsvSource({
        "96385074,00000096385074",
        "614141000036,00614141000036",
        "9520000000011,09520000000011",
        "09520000000011,09520000000011",
        "10614141000415,10614141000415"
    })
    void everyLengthBecomesTheSameFourteenDigits(String onPack, String normalised) {
        assertThat(Gtin.parse(onPack).value()).isEqualTo(normalised);
    }

    @ParameterizedTest
    @ValueSource(strings = {"96385074", "614141000036", "9520000000011", "10614141000415"})
    void thePackShowsWhatWasPrinted(String onPack) {
        assertThat(Gtin.parse(onPack).onPack()).isEqualTo(onPack);
    }

    @ParameterizedTest
    @CsvSource({
        "9520000000012,its check digit should be 1",
        "952000000001234,a GTIN has 8",
        "95200000000,a GTIN has 8",
        "952-000000001,must be digits only",
        "٩٥٢٠٠٠٠٠٠٠٠١١,must be digits only",
        "00000000,is all zeros"
    })
    void aWrongNumberSaysWhatIsWrong(String text, String reason) {
        assertThatExceptionOfType(InvalidGtinException.class)
                .isThrownBy(() -> Gtin.parse(text))
                .withMessageContaining(reason);
    }

    @Test
    void everySingleMistypedDigitIsFound() {
        String right = "9520000000011";
        for (int at = 0; at < right.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String typed = right.substring(0, at) + digit + right.substring(at + 1);
                if (!typed.equals(right)) {
                    assertThatExceptionOfType(InvalidGtinException.class).isThrownBy(() -> Gtin.parse(typed));
                }
            }
        }
    }

    @Test
    void theDigitalLinkHasTheNumberInFourteenDigits() {
        Gtin gtin = Gtin.parse("9520000000011");

        assertThat(DigitalLink.of(URI.create("https://livelabel.example"), gtin))
                .isEqualTo(URI.create("https://livelabel.example/01/09520000000011"));
        assertThat(DigitalLink.of(URI.create("http://192.168.1.5:8082/"), gtin))
                .isEqualTo(URI.create("http://192.168.1.5:8082/01/09520000000011"));
    }

    @ParameterizedTest
    @CsvSource({
        "0200000000004, shops",
        "2000000000008, shops",
        "2912345678907, shops",
        "29123456789073, ''",
        "12912345678904, shops",
        "20123451, shops",
        "02345673, shops",
        "212345678909, shops",
        "9800000000007, coupon",
        "9900000000004, coupon",
        "9780000000002, ''",
        "9520000000011, ''",
        "96385074, ''",
        "012345678905, ''",
    })
    void aNumberOfAShopOrACouponIsNoProducts(String number, String reason) {
        assertThat(gtin(number).whyNoProduct().orElse("")).contains(reason);
        assertThat(gtin(number).whyNoProduct().isEmpty()).isEqualTo(reason.isEmpty());
    }

    /** With the check digit that it needs. */
    private static Gtin gtin(String number) {
        String body = number.substring(0, number.length() - 1);
        return Gtin.parse(body + Gtin.checkDigit(body));
    }
}
