package org.livelabel.registry.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SlownessTest {
    private final AtomicLong nanos = new AtomicLong(-42);
    private Duration each = Duration.ZERO;
    private boolean tooMuchMeanwhile;
    private final Slowness reader = new Slowness(
            new OutputStream() {
                @Override
                public void write(int b) {
                    throw new AssertionError("written in pieces");
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    nanos.addAndGet(each.toNanos());
                    tooMuchMeanwhile = SlownessTest.this.reader.isTooMuch();
                }
            },
            Duration.ofSeconds(30),
            nanos::get);

    @Test
    void aReaderThatTakesNothingIsNoticedWhileItIsWaitedFor() throws IOException {
        each = Duration.ofSeconds(31);

        reader.write(new byte[8192]);

        assertThat(tooMuchMeanwhile).isTrue();
    }

    @Test
    void whatAReaderTookAtTheBeginningIsNoCreditForLater() throws IOException {
        reader.write(new byte[100_000_000]);
        each = Duration.ofSeconds(8);
        for (int i = 0; i < 8; i++) {
            reader.write(new byte[8192]);
        }

        assertThat(reader.isTooMuch()).isTrue();
    }

    @Test
    void aReaderThatTakesALittleNowAndThenIsNoticed() throws IOException {
        each = Duration.ofSeconds(8);
        for (int i = 0; i < 4; i++) {
            reader.write(new byte[8192]);
        }

        assertThat(reader.isTooMuch()).isTrue();
    }

    @Test
    void aReaderOnABadLineIsNotCutOff() throws IOException {
        each = Duration.ofMillis(250);
        for (int i = 0; i < 1000; i++) {
            reader.write(new byte[8192]);
        }

        assertThat(reader.isTooMuch()).isFalse();
    }

    @Test
    void theTimeThatWeNeedOurselvesIsNotCounted() throws IOException {
        for (int i = 0; i < 100; i++) {
            reader.write(new byte[10]);
            nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        }

        assertThat(reader.isTooMuch()).isFalse();
    }
}
