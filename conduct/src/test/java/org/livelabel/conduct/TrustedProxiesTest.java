package org.livelabel.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 198.51.100.1, 203.0.113.9",
        "127.0.0.1, 198.51.100.1, 198.51.100.1",
        "127.0.0.1, '10.9.9.9, 198.51.100.1', 198.51.100.1",
        "127.0.0.1, '198.51.100.1, 127.0.0.2', 198.51.100.1",
        "127.0.0.1, '198.51.100.1, nonsense', 127.0.0.1",
        "127.0.0.1, '', 127.0.0.1",
        "0:0:0:0:0:0:0:1, 2001:db8::7, 2001:db8:0:0:0:0:0:7",
    })
    void onlyATrustedProxyIsBelievedAndOnlyForWhatItSaw(String socket, String forwarded, String expected) {
        TrustedProxies proxies = new TrustedProxies(() -> Optional.of(List.of("127.0.0.0/8", "::1/128")));

        var address = proxies.caller(socket, Arrays.stream(forwarded.split(",")).toList());

        assertThat(address.getHostAddress()).isEqualTo(expected);
    }

    @Test
    void nobodyIsBelievedUnlessAnInstallationSaysSo() {
        TrustedProxies proxies = new TrustedProxies(Optional::empty);

        assertThat(proxies.caller("127.0.0.1", List.of("198.51.100.1")).getHostAddress())
                .isEqualTo("127.0.0.1");
    }
}
