package org.livelabel.registry.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.source.yaml.YamlConfigSource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.conduct.connection.Networks;
import org.livelabel.registry.testing.Peers;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class ClientAddressTest {
    @Inject
    ClientAddress addresses;

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
        var address = addresses.of(socket, Arrays.stream(forwarded.split(",")).toList());

        assertThat(address.getHostAddress()).isEqualTo(expected);
    }

    @Test
    void nobodyIsExemptOrBelievedUnlessAnInstallationSaysSo() throws IOException {
        var settings = new YamlConfigSource(Objects.requireNonNull(getClass().getResource("/application.yaml")));

        assertThat(settings.getPropertyNames()).noneMatch(name -> name.startsWith("livelabel.rate-limit."));
    }

    @Test
    void networksAreReadInCidrNotation() {
        Networks networks = new Networks(List.of("10.0.0.0/9", "2001:db8::/33", "192.0.2.1"));

        assertThat(networks.contain(Networks.address("10.127.255.255"))).isTrue();
        assertThat(networks.contain(Networks.address("10.128.0.0"))).isFalse();
        assertThat(networks.contain(Networks.address("2001:db8:7fff::1"))).isTrue();
        assertThat(networks.contain(Networks.address("2001:db8:8000::1"))).isFalse();
        assertThat(networks.contain(Networks.address("192.0.2.1"))).isTrue();
        assertThat(networks.contain(Networks.address("192.0.2.2"))).isFalse();
    }
}
