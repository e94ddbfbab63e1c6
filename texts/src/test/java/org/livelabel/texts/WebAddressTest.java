package org.livelabel.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
    @ParameterizedTest
    @CsvSource(delimiter = ' ', quoteCharacter = '\0', textBlock = """
        https://a.example/x|y %7C
        https://a.example/x\\y %5C
        https://a.example/"x" %22
        https://a.example/<x> %3C
        https://a.example/{x} %7B
        https://a.example/%zz 19.
        https://a.example/[x] %5B
        https://a.example/?a[]=1 %5B
        https://a.example/größe %C3%B6
        https://a.example/?q=größe %C3%B6
        https://a.example/#größe %C3%B6
        https://a.example/📷 %F0%9F%93%B7
        https://user:secret@a.example/ names a user
        https://user@a.example/ names a user
        https://@a.example/ names a user
        https:///page no host
        https://localhost/ no host
        https://a_b.example/ no host
        https://1.2.3.400/ no host
        https://xn--0.example/ no host
        https://a..example/ no host
        https://a.example:99999/ port
        https://a.example:/ port
        https://a.example:0/ port
        https://a.example:000/ port
        https://[fe80::1%25eth0]/ not every reader
        https://[2001:db8::192.0.2.1]/ not every reader
        https://09.1.1.1/ not every reader
        https://192.0.2.01/ not every reader
        https://127.0.0.1/ no host
        https://0.0.0.0/ no host
        https://10.1.2.3/ no host
        https://100.64.0.1/ no host
        https://169.254.169.254/ no host
        https://172.31.0.1/ no host
        https://192.168.0.1/ no host
        https://224.0.0.1/ no host
        https://255.255.255.255/ no host
        https://[::]/ no host
        https://[::1]/ no host
        https://[::7f00:1]/ no host
        https://[::ffff:7f00:1]/ no host
        https://[fe80::1]/ no host
        https://[fec0::1]/ no host
        https://[fd00::1]/ no host
        https://[ff02::1]/ no host
        https://localhost./ no host
        https://camera.localhost/ no host
        https://camera.local/ no host
        https://wiki.internal/ no host
        https://münchen.example/ xn--mnchen-3ya.example
        http://a.example/ form
        javascript:alert(1) form
        mailto:a@b.example form
        HTTPS://a.example/ form
        """)
    void anAddressThatSomeReaderRefusesOrRepairsIsRefused(String address, String remedy) {
        assertThat(WebAddress.flawOfPage(address))
                .hasValueSatisfying(flaw -> assertThat(flaw).contains(remedy));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\t", "\n", "\r", " ", "\u00a0", "\u202e", "\u200b", "\ud800", "\u3000"})
    void blanksAndWhatNobodySeesAreRefused(String character) {
        assertThat(WebAddress.flawOfPage("https://a.example/x" + character + "y"))
                .isPresent();
        assertThat(WebAddress.flawOfContact("mailto:a" + character + "b@c.example"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://halden.example",
                "https://halden.example/support?a=b&c=d#e",
                "https://halden.example:8443/a%20b/~x;y=1,2!(3)'*$@:",
                "https://192.0.2.1/",
                "https://[2001:db8::1]/",
                "https://xn--mnchen-3ya.example/",
                "https://halden.example/gr%C3%B6%C3%9Fe",
                "https://172.32.0.1/",
                "https://[2001:db8::1]:8443/a?b",
            })
    void whatEverybodyReadsIsTakenAndIsAUri(String address) {
        assertThat(WebAddress.flawOfPage(address)).isEmpty();
        assertThat(WebAddress.flawOfContact(address)).isEmpty();
        assertThatCode(() -> new URI(address).toURL()).doesNotThrowAnyException();
    }

    @Test
    void theLengthHasALimit() {
        assertThat(WebAddress.flawOfPage("https://a.example/" + "x".repeat(1982)))
                .isEmpty();
        assertThat(WebAddress.flawOfPage("https://a.example/" + "x".repeat(1983)))
                .isPresent();
    }

    @Test
    void aContactMayBeOneMailbox() {
        assertThat(WebAddress.flawOfContact("mailto:security@halden.example")).isEmpty();
        assertThat(WebAddress.flawOfContact("mailto:security@halden.example?subject=Hole"))
                .isEmpty();
        assertThat(WebAddress.flawOfContact("mailto:a@b.example,c@d.example")).isPresent();
        assertThat(WebAddress.flawOfContact("mailto:nobody")).isPresent();
        assertThat(WebAddress.flawOfContact("mailto:50%@a.example")).isPresent();
        assertThat(WebAddress.flawOfContact("mailto:a@b.example?subject=100%")).isPresent();
        assertThat(WebAddress.flawOfContact("mailto:a#b@c.example")).isPresent();
        assertThat(WebAddress.flawOfContact("mailto:a@b|c.example")).isPresent();
        assertThat(WebAddress.flawOfContact("tel:+123")).isPresent();
        assertThat(WebAddress.flawOfContact("mailto:a@127.0.0.1")).isPresent();
        assertThat(WebAddress.flawOfContact("mailto:a@b.example?subject=Größe"))
                .hasValueSatisfying(flaw -> assertThat(flaw).contains("%C3%B6"));
    }
}
