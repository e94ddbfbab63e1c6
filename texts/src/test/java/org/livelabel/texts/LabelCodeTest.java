package org.livelabel.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelCodeTest {
    private final Random chance = new Random(4711);

    @Test
    void aCodeHasNineCharactersThatCannotBeMistakenForOthers() {
        assertThat(LabelCode.draw(chance)).matches("[0-9A-HJKMNP-TV-Z]{9}");
    }

    @Test
    void everyWrongCharacterIsFound() {
        int[] digits = chance.ints(8, 0, 32).toArray();
        int check = LabelCode.check(digits);
        for (int at = 0; at < digits.length; at++) {
            int right = digits[at];
            for (int wrong = 0; wrong < 32; wrong++) {
                digits[at] = wrong;
                assertThat(LabelCode.check(digits) == check).isEqualTo(wrong == right);
            }
            digits[at] = right;
        }
    }

    @Test
    void anyTwoCharactersThatChangedPlacesAreFound() {
        int[] digits = {3, 17, 30, 0, 9, 21, 5, 12};
        int check = LabelCode.check(digits);
        for (int a = 0; a < digits.length; a++) {
            for (int b = a + 1; b < digits.length; b++) {
                int[] swapped = digits.clone();
                swapped[a] = digits[b];
                swapped[b] = digits[a];
                assertThat(LabelCode.check(swapped)).isNotEqualTo(check);
            }
        }
    }

    @Test
    void whatWasTypedIsReadHoweverItIsSpelt() {
        String code = LabelCode.draw(chance);

        assertThat(LabelCode.canonical(code.substring(0, 4).toLowerCase() + "-" + code.substring(4) + " "))
                .isEqualTo(code);
        assertThat(LabelCode.canonical("iLoO-4711a")).isEqualTo("11004711A");
    }

    @Test
    void aSlipIsFoundInWhatHasTheFormOfACode() {
        String code = LabelCode.draw(chance);
        String slip = code.substring(0, 8) + (code.endsWith("7") ? "8" : "7");

        assertThat(LabelCode.isSound(code)).isTrue();
        assertThat(LabelCode.hasForm(slip)).isTrue();
        assertThat(LabelCode.isSound(slip)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "H4QX7T2M", "H4QX7T2MKK", "H4QX7T2MU", "H4QX7T2ML", "h4qx7t2mk", "H4QX-7T2M"})
    void whatHasAnotherFormIsNoCode(String text) {
        assertThat(LabelCode.hasForm(text)).isFalse();
        assertThat(LabelCode.isSound(text)).isFalse();
    }
}
