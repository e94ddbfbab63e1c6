package org.livelabel.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.livelabel.texts.WrittenText.Form.LINE;
import static org.livelabel.texts.WrittenText.Form.NAME;
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
                0x2069, 0x206A, 0x3164, 0xFEFF, 0xFFF9, 0xFFFE, 0xFFFF, 0xE0041, 0x180F, 0x2065, 0x2800, 0xFE00, 0xFE0E,
                0xFE0F, 0xFFA0, 0xFFF0, 0xFFFC, 0x16FE4, 0x1BCA0, 0x1D159, 0x1D173, 0xE0001, 0xE0100, 0xE01EF, 0xE0FFF,
                0xE000, 0xF8FF, 0xF0000, 0x10FFFD
            })
    void whatNobodySeesIsRefusedInANameAndIsNamed(int character) {
        String name = "View" + Character.toString(character) + " 2";

        assertThat(WrittenText.flaw(name, LINE))
                .hasValueSatisfying(flaw ->
                        assertThat(flaw).contains("U+%04X".formatted(character)).contains("5. character"));
        assertThat(WrittenText.visible(name)).isEqualTo("ViewU+%04X 2".formatted(character));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0x00, 0x1B, 0x200B, 0x200D, 0x2028, 0x202E, 0x2066, 0xFE0F, 0xFEFF, 0xFFFC, 0xFFFF, 0xE000, 0xE0FFF
            })
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
                // Telugu, Bengali, Kannada and Malayalam: behind that sign, before it, and at the end of a word
                "సాఫ్ట్\u200cవేర్",
                "র\u200d্যাম",
                "ರ\u200d್ಕ",
                "അവന്\u200d",
                // a family, a woman of a skin colour who repairs things, a heart on fire
                "👨\u200d👩\u200d👧",
                "👩🏽\u200d🔧",
                "❤\ufe0f\u200d🔥",
                // pictures of what can be text as well, a key, the flags of Sweden and of England
                "⌚\ufe0f Watch ®\ufe0f",
                "1\ufe0f\u20e3",
                "🇸🇪",
                "🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f",
                // as a typesetter writes them, the latter in Japanese
                "Xperia 5\u00a0II",
                "ソニー\u3000カメラ",
                "東京カメラ",
                "e\u0301te\u0301",
                // Burmese and Hebrew: several marks on one letter
                "မြို့",
                "בְּ\u05bd\u0591",
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
        assertThat(WrittenText.flaw("क\u200cख", LINE)).isPresent();
        assertThat(WrittenText.flaw("क\u200dख", LINE)).isPresent();
        assertThat(WrittenText.flaw("क्\u200c", LINE)).isPresent();
        assertThat(WrittenText.flaw("\u200d👩", PROSE)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // looks like View 2
                "View 2\ufe0f indoor camera",
                "a\ufe0fb",
                "\ufe0f❤",
                "❤\ufe0f\ufe0f",
                "👩🏽\ufe0f",
                "1\ufe0f",
                // a black flag with a message that nobody sees
                "🏴\udb40\udc61\udb40\udc62\udb40\udc7f",
                "\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f",
                "🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67",
            })
    void whatChoosesAPictureStandsBehindOne(String name) {
        assertThat(WrittenText.flaw(name, LINE)).isPresent();
        assertThat(WrittenText.flaw(name, PROSE)).isPresent();
    }

    @Test
    void marksArePiledUpFourHighAtMost() {
        assertThat(WrittenText.flaw("o\u0302\u0301\u0323\u0308o", LINE)).isEmpty();

        assertThat(WrittenText.flaw("Vi" + "\u0301".repeat(150) + "ew", PROSE))
                .hasValueSatisfying(flaw -> assertThat(flaw)
                        .contains("U+0301")
                        .contains("7. character")
                        .contains("4"));
        assertThat(WrittenText.flaw("e\u0301\u0301\u0301\u00ad\u0301\u0301", PROSE))
                .hasValueSatisfying(flaw -> assertThat(flaw).contains("7. character"));
        assertThat(WrittenText.visible("e" + "\u0301".repeat(5))).isEqualTo("e" + "\u0301".repeat(4) + "U+0301");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "   ", "\u00a0", "\u3000", "\u2003 \u202f"})
    void aTextOfBlanksIsNone(String text) {
        for (WrittenText.Form form : WrittenText.Form.values()) {
            assertThat(WrittenText.flaw(text, form))
                    .hasValueSatisfying(flaw ->
                            assertThat(flaw).contains("empty").contains("U+%04X".formatted((int) text.charAt(0))));
        }
        assertThat(WrittenText.isBlank(text)).isTrue();
    }

    @Test
    void whatIsNeededBesideLettersIsNoTextWithoutThem() {
        assertThat(WrittenText.flaw("\u00ad\n\u200e", PROSE)).isPresent();
        assertThat(WrittenText.isBlank("\u200e\u00ad")).isTrue();
        assertThat(WrittenText.isBlank(".")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {" View 2", "View 2 ", "\u3000View 2", "View 2\u3000", "View 2\u00a0", "\u2007View 2"})
    void aNameNeitherBeginsNorEndsWithABlank(String name) {
        assertThat(WrittenText.flaw(name, NAME)).hasValueSatisfying(flaw -> assertThat(flaw)
                .contains(name.startsWith("View") ? "ends with U+" : "begins with U+")
                .contains("remove"));
        assertThat(WrittenText.flaw(name, LINE)).isEmpty();
    }
}
