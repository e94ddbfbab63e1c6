package org.livelabel.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLabelsTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    RequestLabelsTest() {
        metrics.config().meterFilter(new RequestLabels());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/products/{id}, 404, GET, /v1/products/{id}",
        "POST, /v1/imports, 202, POST, /v1/imports",
        "ZQ8081X7, NOT_FOUND, 404, OTHER, NOT_FOUND",
        "get, /v1/feed, 200, OTHER, /v1/feed",
        "GET, //zq35//..//u35, 404, GET, NOT_FOUND",
        "GET, //zq35//..//u35, 405, GET, NOT_FOUND",
        "GET, /no-such-page, 404, GET, NOT_FOUND"
    })
    void whatACallerChoosesIsNoLabel(String method, String uri, String status, String keptMethod, String keptUri) {
        Timer timer =
                metrics.timer("http.server.requests", "method", method, "uri", uri, "status", status, "outcome", "x");

        assertThat(timer.getId().getTag("method")).isEqualTo(keptMethod);
        assertThat(timer.getId().getTag("uri")).isEqualTo(keptUri);
        assertThat(timer.getId().getTag("status")).isEqualTo(status);
        assertThat(timer.getId().getTag("outcome")).isEqualTo("x");
    }

    @Test
    void otherMetersKeepTheirLabels() {
        Timer timer = metrics.timer("livelabel.service.calls", "uri", "//x");

        assertThat(timer.getId().getTag("uri")).isEqualTo("//x");
    }
}
