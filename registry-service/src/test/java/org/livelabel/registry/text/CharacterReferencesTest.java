package org.livelabel.registry.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterReferencesTest {
    @ParameterizedTest
    @CsvSource({
        "a&#x202e;b, U+202E, 2",
        "a&#X202E;b, U+202E, 2",
        "a&#8238;b, U+202E, 2",
        "a&#0000008238;b, U+202E, 2",
        // browsers do without the semicolon
        "a&#8238b, U+202E, 2",
        "😀&lt;&amp; &ZeroWidthSpace;, U+200B, 12",
        "&#xe0100;, U+E0100, 1",
        "&#146;, U+0092, 1",
        "e&#x301;&#x301;&#x301;&#x301;&#x301;, U+0301, 30",
        "a&#x301;\u202eb, U+202E, 9",
    })
    void whatIsReadIsLookedAtAndNamedWhereItIsWritten(String text, String code, int position) {
        assertThat(CharacterReferences.flaw(text))
                .hasValueSatisfying(
                        flaw -> assertThat(flaw).contains(code).contains("as its " + position + ". character"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no reference, but \u202e, which others see to",
                "AT&T &amp;#x202e; &unknown; & &#; &#x; &#xzz;",
                "می&zwnj;خواهم &#x1F469;&zwj;&#x1F527; Donau&shy;dampf a&nbsp;b",
                "&#0; &#xd800; &#x110000; &#99999999999999; &#x202;",
            })
    void whatPeopleSeeIsTaken(String text) {
        assertThat(CharacterReferences.flaw(text)).isEmpty();
    }

    @Test
    void aTextOfBlanksIsNoneHoweverTheyAreWritten() {
        assertThat(CharacterReferences.flaw("&nbsp; &#x3000;"))
                .hasValueSatisfying(flaw -> assertThat(flaw).contains("empty"));
    }
}
