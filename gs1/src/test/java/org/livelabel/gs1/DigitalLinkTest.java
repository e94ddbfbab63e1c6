package org.livelabel.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitalLinkTest {
    private static final String GTIN = "/01/09520000000011";

    @Test
    void anAddressIsMadeOfAGtin() {
        assertThat(DigitalLink.of(URI.create("https://id.example"), Gtin.parse("9520000000011")))
                .isEqualTo(URI.create("https://id.example/01/09520000000011"));
    }

    @Test
    void theKeysOfAUnitAreRead() {
        assertThat(DigitalLink.parse(GTIN).qualifiers()).isEmpty();
        assertThat(DigitalLink.parse("/01/9520000000011/").gtin()).isEqualTo(Gtin.parse("9520000000011"));
        assertThat(DigitalLink.parse(GTIN + "/22/2A/10/LOT/21/S-1/").qualifiers())
                .isEqualTo(Map.of("22", "2A", "10", "LOT", "21", "S-1"));
        assertThat(DigitalLink.parse(GTIN + "/10/LOT").qualifiers()).isEqualTo(Map.of("10", "LOT"));
        assertThat(DigitalLink.parse(GTIN + "/235/" + "x".repeat(28)).qualifiers())
                .isEqualTo(Map.of("235", "x".repeat(28)));
    }

    @Test
    void aValueMayHoldEscapedSignsAndASlashAmongThem() {
        assertThat(DigitalLink.parse(GTIN + "/10/A%2FB/21/1%2f2%253+%22").qualifiers())
                .isEqualTo(Map.of("10", "A/B", "21", "1/2%3+\""));
        assertThat(DigitalLink.parse(GTIN + "/10/A%2f").qualifiers()).isEqualTo(Map.of("10", "A/"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\0', textBlock = """
        /10/A/10/B, twice
        /21/1/10/A, order
        /10/A/22/B, order
        /10/A/235/B, order
        /235/A/21/B, order
        /99/A, holds the key 99
        /10, no value
        /10/, no value
        /10/A/21//, 1 to 20
        /10/123456789012345678901, 1 to 20
        /22/123456789012345678901, 1 to 20
        /21/123456789012345678901, 1 to 20
        /235/12345678901234567890123456789, 1 to 28
        /10/A B, signs that GS1 knows
        /10/A%20B, signs that GS1 knows
        /10/%C3%BC, signs that GS1 knows
        /10/%FF, not UTF-8
        /%31%30/A, escaped key %31%30
        /%3210/A, escaped key %3210
        //10/A, two slashes
        /10//A, two slashes
        /10/A//21/B, two slashes
        /10/%2, two hexadecimal digits
        /10/%zz, two hexadecimal digits
        """)
    void whatTheSyntaxDoesNotKnowIsRefusedWithTheReason(String rest, String reason) {
        assertThatThrownBy(() -> DigitalLink.parse(GTIN + rest))
                .isInstanceOfSatisfying(InvalidDigitalLinkException.class, e -> assertThat(e.reason())
                        .contains(reason));
    }

    @Test
    void nothingIsSkippedBeforeTheNumber() {
        for (String path :
                new String[] {"//01/9520000000011", "/01//9520000000011", "/%301/9520000000011", "/01;a/9520000000011"
                }) {
            assertThatThrownBy(() -> DigitalLink.parse(path)).as(path).isInstanceOf(InvalidDigitalLinkException.class);
        }
        assertThatThrownBy(() -> DigitalLink.parse("/01/9520000000011;a=b")).isInstanceOf(InvalidGtinException.class);
    }

    @Test
    void anotherPrimaryKeyIsNotRead() {
        assertThatThrownBy(() -> DigitalLink.parse("/00/123456789012345675"))
                .isInstanceOf(InvalidDigitalLinkException.class);
        assertThatThrownBy(() -> DigitalLink.parse("/01/9520000000012")).isInstanceOf(InvalidGtinException.class);
    }
}
