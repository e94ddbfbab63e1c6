package org.livelabel.conduct.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailedRequestsTest {
    private final List<LogRecord> logged = new ArrayList<>();
    private final Logger logger = Logger.getLogger(FailedRequests.class.getName());
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

    @BeforeEach
    void listen() {
        logger.addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(listener);
    }

    @Test
    void busyIsAWarningOfOneLine() {
        FailedRequests.log(503, new IllegalStateException("a peer hangs"));

        assertThat(logged).singleElement().satisfies(record -> {
            assertThat(record.getLevel().intValue()).isEqualTo(Level.WARNING.intValue());
            assertThat(record.getThrown()).isNull();
        });
    }

    @Test
    void aDefectKeepsItsStackTrace() {
        IllegalStateException defect = new IllegalStateException("a defect");

        FailedRequests.log(500, defect);

        assertThat(logged).singleElement().satisfies(record -> {
            assertThat(record.getLevel().intValue()).isGreaterThan(Level.WARNING.intValue());
            assertThat(record.getThrown()).isSameAs(defect);
        });
    }

    @Test
    void whatACallerDidWrongIsNotLogged() {
        FailedRequests.log(404, new IllegalStateException("forged"));

        assertThat(logged).isEmpty();
    }
}
