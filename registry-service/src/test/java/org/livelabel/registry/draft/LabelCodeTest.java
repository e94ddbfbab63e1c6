package org.livelabel.registry.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

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
}
