package org.livelabel.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.local.stack.Door;
import org.livelabel.local.stack.StackOptions;

class CommandLineTest {
    private static final Path REPOSITORY = Path.of("/somewhere/livelabel");

    @Test
    void withoutArgumentsEverythingIsAsTheDocumentationSays() {
        StackOptions options = parse().options();

        assertThat(options.data()).isEqualTo(REPOSITORY.resolve(".local"));
        assertThat(options.host()).isEqualTo("localhost");
        assertThat(options.sampleData()).isTrue();
        assertThat(options.fresh()).isFalse();
        assertThat(options.ports().of(Door.WEB)).isEqualTo(8080);
        assertThat(options.ports().of(Door.SMTP)).isEqualTo(2525);
    }

    @Test
    void theOffsetMovesEveryPortExceptThoseThatWereChosen() {
        StackOptions options = parse("--port-offset=1000", "--web-port=80", "--keycloak-management-port=7")
                .options();

        assertThat(options.ports().of(Door.WEB)).isEqualTo(80);
        assertThat(options.ports().of(Door.KEYCLOAK_MANAGEMENT)).isEqualTo(7);
        assertThat(options.ports().of(Door.LABEL)).isEqualTo(9082);
        assertThat(options.ports().of(Door.POSTGRES)).isEqualTo(9432);
    }

    @Test
    void allOtherOptionsAreTaken() {
        StackOptions options = parse("--data=/tmp/elsewhere", "--host=192.168.1.20", "--no-sample-data", "--fresh")
                .options();

        assertThat(options.data()).isEqualTo(Path.of("/tmp/elsewhere"));
        assertThat(options.host()).isEqualTo("192.168.1.20");
        assertThat(options.sampleData()).isFalse();
        assertThat(options.fresh()).isTrue();
        assertThat(parse("--totp=a@b.example").totp()).contains("a@b.example");
    }

    @ParameterizedTest
    @CsvSource({
        "--colour=red, There is no option --colour=red.",
        "--web-port, --web-port needs a value",
        "--web-port=0, --web-port=0: a number from 1 to 65535 is needed.",
        "--web-port=80a, --web-port=80a: a number from 1 to 65535 is needed.",
        "--web-port=70000, --web-port=70000: a number from 1 to 65535 is needed.",
        "--port-offset=60000, moves web to 68080",
        "--port-offset=-8080, moves web to 0",
        "--port-offset=2000, '--port-offset=2000 moves web to 10080, a port that browsers refuse to open: take --port-offset=2001.'",
        "--port-offset=-2080, '--port-offset=-2080 moves web to 6000, a port that browsers refuse to open: take --port-offset=-2079.'",
        "--port-offset=-1416, '--port-offset=-1416 moves registry-service to 6665, a port that browsers refuse to open: take --port-offset=-1410.'",
        "--web-port=6000, '--web-port=6000, a port that browsers refuse to open: choose another.'",
        "--host=, --host needs a value",
        "--host=a/b, --host=a/b is no host name and no address.",
        "--host=a:80\"x, is no host name and no address.",
        "--no-sample-data=yes, --no-sample-data takes no value.",
        "start, There is no option start.",
    })
    void whatMakesNoSenseIsRefusedByName(String argument, String complaint) {
        assertThatThrownBy(() -> parse(argument))
                .isInstanceOf(CommandLine.Refused.class)
                .hasMessageContaining(complaint)
                .hasMessageContaining("./start --help");
    }

    private static CommandLine parse(String... arguments) {
        return CommandLine.parse(REPOSITORY, arguments);
    }
}
