package org.livelabel.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000);
    private final Pace pace = new Pace(settings(), nanos::get);

    @Test
    void whoKeepsUpTheLeastRateIsHeardAsLongAsItIsGranted() {
        pace.reading();

        for (int second = 1; second < 7200; second++) {
            pass(Duration.ofSeconds(1));
            pace.arrived(600);
            assertThat(pace.isTooSlow()).as("second %d", second).isFalse();
        }

        pass(Duration.ofSeconds(1));
        assertThat(pace.isTooSlow()).isTrue();
    }

    @Test
    void aClientThatSendsInBurstsIsNotTooSlow() {
        pace.reading();

        for (int burst = 0; burst < 20; burst++) {
            pass(Duration.ofSeconds(29));
            assertThat(pace.isTooSlow()).isFalse();
            pace.arrived(16 * 1024);
        }
    }

    @Test
    void whoSendsLessIsTooSlowAfterOneStretch() {
        pace.reading();
        for (int second = 0; second < 29; second++) {
            pass(Duration.ofSeconds(1));
            pace.arrived(500);
        }
        assertThat(pace.isTooSlow()).isFalse();

        pass(Duration.ofSeconds(1));

        assertThat(pace.isTooSlow()).isTrue();
    }

    @Test
    void timeInWhichWeDoNotReadIsNotTheClients() {
        pace.reading();
        pass(Duration.ofSeconds(20));
        pace.paused();
        pass(Duration.ofHours(3));
        assertThat(pace.isTooSlow()).isFalse();

        pace.reading();
        pass(Duration.ofSeconds(9));
        boolean before = pace.isTooSlow();
        pass(Duration.ofSeconds(1));

        assertThat(before).isFalse();
        assertThat(pace.isTooSlow()).isTrue();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** As they are unless told otherwise. */
    private static BodySettings.Large settings() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(BodySettings.class)
                .withSources(new PropertiesConfigSource(Map.of(), "none", 0))
                .build()
                .getConfigMapping(BodySettings.class)
                .large();
    }
}
