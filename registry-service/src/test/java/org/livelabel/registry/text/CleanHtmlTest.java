package org.livelabel.registry.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanHtmlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        <p>Hi<script>alert(1)</script></p>                       | script     | <p>Hi</p>
        <p onclick="alert(1)">Hi</p>                             | p onclick  | <p>Hi</p>
        <p style="position:fixed">Hi</p>                         | p style    | <p>Hi</p>
        <style>p{display:none}</style><p>Hi</p>                  | style      | <p>Hi</p>
        <iframe src="https://evil.example"></iframe><p>Hi</p>    | iframe     | <p>Hi</p>
        <form action="https://evil.example"><input name="q"><p>Hi</p></form> | form | <p>Hi</p>
        <p>Hi<img src="https://evil.example/pixel.gif"></p>      | img        | <p>Hi</p>
        <a href="javascript:alert(1)">Hi</a>                     | a          | Hi
        <a href="JaVaScRiPt&#58;alert(1)">Hi</a>                 | a          | Hi
        <a href=" java&#10;script:alert(1)">Hi</a>               | a          | Hi
        <a href="data:text/html,x">Hi</a>                        | a          | Hi
        <a href="http://plain.example">Hi</a>                    | a          | Hi
        <a href="//evil.example">Hi</a>                          | a          | Hi
        <a href="/relative">Hi</a>                               | a          | Hi
        <svg><script>alert(1)</script></svg><p>Hi</p>            | svg        | <p>Hi</p>
        <p>Hi<object data="x"></object></p>                      | object     | <p>Hi</p>
        """)
    void whatCouldActIsTakenOutAndNamed(String nasty, String removed, String left) {
        CleanHtml clean = CleanHtml.of(nasty);

        assertThat(clean.html().strip()).isEqualTo(left);
        assertThat(clean.removed()).contains(removed);
    }

    @Test
    void structureAndSafeLinksStay() {
        String html = "<h2>Data</h2><ul><li>Video, <strong>30 days</strong></li></ul>"
                + "<p>Ask <a href=\"https://halden.example/privacy\">us</a></p>";

        CleanHtml clean = CleanHtml.of(html);

        assertThat(clean.html()).isEqualTo(html);
        assertThat(clean.removed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>a & b < c > d \"e\" 'f' = `g` @ +</p>",
                "<b><i>unclosed <p>para<p>graph",
                "<p>AT&amp;T &lt;script&gt;</p>",
                "<table><tr><td>1<td>2</table><p>é 録 \uD83D\uDE00</p>",
                "<a href=\"mailto:privacy@halden.example\">mail</a><!-- gone -->",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>"
            })
    void cleaningWhatIsCleanChangesNothing(String html) {
        String once = CleanHtml.of(html).html();

        assertThat(CleanHtml.of(once).html()).isEqualTo(once);
        assertThat(once).doesNotContainIgnoringCase("<script", "<img", "<style");
    }

    @Test
    void aSmallTextThatWouldGrowWithoutEndIsRefused() {
        String nasty = "<b><i><u><s><small><em><strong><code>".repeat(30) + "<p>x".repeat(50_000);

        assertThatThrownBy(() -> {
                    CleanHtml clean = CleanHtml.of(nasty);
                    // a library that learns to collapse them is welcome
                    if (clean.html().length() <= CleanHtml.LONGEST) {
                        throw new CleanHtml.TooLongException();
                    }
                })
                .isInstanceOf(CleanHtml.TooLongException.class);
    }

    @Test
    void whatPeopleReadHasALineForEachBlockAndTheAddressOfEachLink() {
        String text = ReadableText.of(
                "text/html",
                "<h1>Privacy</h1><p>We keep  <em>video</em>\n for 30 days.<br>Ask <a href=\"https://halden.example\">us</a>.</p>"
                        + "<ul><li>one</li><li>two</li></ul><table><tr><th>a</th><td>b</td></tr></table>");

        assertThat(text).isEqualTo("""
                Privacy
                We keep video for 30 days.
                Ask us <https://halden.example>.
                - one
                - two
                a | b
                """);
    }
}
