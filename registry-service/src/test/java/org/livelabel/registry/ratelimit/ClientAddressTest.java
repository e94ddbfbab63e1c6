package org.livelabel.registry.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
    @Test
    void nobodyIsExemptOrBelievedUnlessAnInstallationSaysSo() throws IOException {
        var settings = new YamlConfigSource(Objects.requireNonNull(getClass().getResource("/application.yaml")));

        assertThat(settings.getPropertyNames())
                .noneMatch(name -> name.startsWith("livelabel.rate-limit."))
                .noneMatch(name -> name.startsWith("livelabel.proxies."))
                .noneMatch(name -> name.startsWith("livelabel.connections."));
    }
}
