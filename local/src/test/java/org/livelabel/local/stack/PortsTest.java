package org.livelabel.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void aBusyPortIsNamedWithTheOptionThatChoosesAnother() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Ports ports = Ports.free().with(Door.LABEL, other.getLocalPort());

            assertThatThrownBy(() -> ports.requireFree(false))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining(
                            "Port " + other.getLocalPort() + " (label-service, --label-port=PORT) is in use")
                    .hasMessageNotContaining("web");
        }
    }

    @Test
    void allBusyPortsAreNamedAtOnce() throws Exception {
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket two = new ServerSocket(0)) {
            Ports ports = Ports.free().with(Door.WEB, one.getLocalPort()).with(Door.SMTP, two.getLocalPort());

            assertThatThrownBy(() -> ports.requireFree(false))
                    .hasMessageContaining("--web-port")
                    .hasMessageContaining("--smtp-port")
                    .hasMessageContaining("are in use");
        }
    }

    @Test
    void onePortForTwoIsRefused() {
        Ports ports = Ports.free();
        Ports clash = ports.with(Door.INBOX, ports.of(Door.WEB));

        assertThatThrownBy(() -> clash.requireFree(false)).hasMessageContaining("is meant for web and for inbox page");
    }

    @Test
    void aPortThatBrowsersRefuseMattersOnlyWherePeopleOpenIt() {
        Ports ports = Ports.free();

        assertThat(ports.refusedByBrowsers()).isEmpty();
        assertThat(ports.with(Door.INBOX, 10080).refusedByBrowsers()).contains(Door.INBOX);
        assertThat(ports.with(Door.KEYCLOAK, 5061).refusedByBrowsers()).contains(Door.KEYCLOAK);
        assertThat(ports.with(Door.SMTP, 25).with(Door.POSTGRES, 6000).refusedByBrowsers())
                .isEmpty();
    }

    @Test
    void freePortsAreFreeAndAllDifferent() {
        Ports ports = Ports.free();

        assertThatCode(() -> ports.requireFree(true)).doesNotThrowAnyException();
        assertThat(Arrays.stream(Door.values()).map(ports::of))
                .doesNotHaveDuplicates()
                .as("the kernel gives ports from 32768 to whoever asks for any")
                .allMatch(port -> port < 32_768);
    }
}
