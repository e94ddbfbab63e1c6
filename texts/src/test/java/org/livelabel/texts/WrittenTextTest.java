package org.livelabel.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.livelabel.texts.WrittenText.Form.LINE;
import static org.livelabel.texts.WrittenText.Form.PROSE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTextTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x1B, 0x7F, 0x85, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x180E, 0x200B, 0x200C, 0x200D,
                0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2066, 0x2067, 0x2068,
                0x2069, 0x206A, 0x3164, 0xFEFF, 0xFFF9, 0xFFFE, 0xFFFF, 0xE0041
            })
    void whatNobodySeesIsRefusedInANameAndIsNamed(int character) {
        String name = "View" + Character.toString(character) + " 2";

        assertThat(WrittenText.flaw(name, LINE))
                .hasValueSatisfying(flaw ->
                        assertThat(flaw).contains("U+%04X".formatted(character)).contains("5. character"));
        assertThat(WrittenText.visible(name)).isEqualTo("ViewU+%04X 2".formatted(character));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x1B, 0x200B, 0x200D, 0x2028, 0x202E, 0x2066, 0xFEFF, 0xFFFF})
    void proseHoldsNothingUnseenEither(int character) {
        assertThat(WrittenText.flaw("Two\nlines" + Character.toString(character) + ".", PROSE))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\udc00b", "\udc00\ud800", "x\ud83d"})
    void halfACharacterIsRefused(String text) {
        assertThat(WrittenText.flaw(text, PROSE))
                .hasValueSatisfying(flaw -> assertThat(flaw).contains("half of a surrogate pair"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kühlschrank 3000®",
                "מצלמה 2",
                "كاميرا",
                // Persian: a non-joiner within a word
                "می\u200cخواهم",
                // Hindi and Sinhala: a joiner behind the sign that kills the vowel
                "क्\u200dष",
                "ශ්\u200dරී",
                // a family, a woman of a skin colour who repairs things, a heart on fire
                "👨\u200d👩\u200d👧",
                "👩🏽\u200d🔧",
                "❤\ufe0f\u200d🔥",
                "東京カメラ",
                "e\u0301te\u0301",
            })
    void whatRealNamesAreWrittenWithStays(String name) {
        assertThat(WrittenText.flaw(name, LINE)).isEmpty();
        assertThat(WrittenText.visible(name)).isEqualTo(name);
    }

    @Test
    void proseHasLinesTabsSoftHyphensAndDirectionMarks() {
        assertThat(WrittenText.flaw("One\r\nTwo\tthree\nDonau\u00addampf \u200eA\u200f", PROSE))
                .isEmpty();
        // Thai: where a line may break
        assertThat(WrittenText.flaw("กล้อง\u200bวงจรปิด", PROSE)).isEmpty();
        assertThat(WrittenText.flaw("One\nTwo", LINE)).isPresent();
    }

    @Test
    void aJoinerThatJoinsNothingIsRefused() {
        assertThat(WrittenText.flaw("می\u200c", LINE)).isPresent();
        assertThat(WrittenText.flaw("می\u200c\u200cخ", LINE)).isPresent();
        assertThat(WrittenText.flaw("a\u200db", PROSE)).isPresent();
        assertThat(WrittenText.flaw("\u200d👩", PROSE)).isPresent();
    }
}
