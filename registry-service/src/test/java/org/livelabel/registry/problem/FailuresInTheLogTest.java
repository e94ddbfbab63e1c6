package org.livelabel.registry.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class FailuresInTheLogTest {
    private final List<LogRecord> logged = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Inject
    Failures.OfTheExtension problems;

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(listener);
        Peers.accountServiceAnswers();
    }

    @Test
    void aPeerThatHangsIsALineAndNoStackTrace() {
        Maker stranger = new Maker();
        Peers.accountServiceHangs();

        Response answer = stranger.asked().get("/v1/organisations/" + stranger.organisation + "/products");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(logged).anyMatch(record -> record.getMessage().startsWith("account-service does not answer"));
        assertThat(logged).noneMatch(record -> record.getThrown() != null);
    }

    @Test
    void aDefectIsWrittenWithItsStackTraceOnce() {
        IllegalStateException defect = new IllegalStateException("a defect");

        HttpProblem answer = problems.apply(
                HttpProblem.builder().withStatus(500).build(), ProblemContext.of(defect, "/v1/products"));

        assertThat(answer.getType()).isEqualTo(ProblemType.INTERNAL.uri());
        assertThat(logged).filteredOn(record -> record.getThrown() == defect).hasSize(1);
    }
}
