package org.livelabel.conduct.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/9, 10.127.255.255, true",
        "10.0.0.0/9, 10.128.0.0, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "0.0.0.0/0, 203.0.113.9, true",
        // an address of four bytes is in no network of sixteen, and the other way round
        "::/0, 203.0.113.9, false",
        "0.0.0.0/0, ::1, false",
        // how a socket for both kinds names one of the first
        "127.0.0.0/8, ::ffff:127.0.0.1, true",
    })
    void aNetworkContainsTheAddressesThatBeginLikeIt(String network, String address, boolean contained) {
        Networks networks = new Networks(List.of(network));

        boolean found = networks.contain(InetAddress.ofLiteral(address));

        assertThat(found).isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0.0/", "::/129", "/8"})
    void aSettingThatCannotBeReadIsAnError(String text) {
        List<String> setting = List.of(text);

        assertThatThrownBy(() -> new Networks(setting)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "proxy.example", "nonsense", "10.0.0.256", "10.0.0.1:80"})
    void aNameIsNoAddress(String text) {
        InetAddress address = Networks.address(text);

        assertThat(address).isNull();
    }

    @Test
    void noNetworksContainNobody() {
        Networks none = new Networks(List.of());

        boolean found = none.contain(InetAddress.getLoopbackAddress());

        assertThat(found).isFalse();
    }
}
