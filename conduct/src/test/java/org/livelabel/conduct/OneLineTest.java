package org.livelabel.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class OneLineTest {
    private static final String FORGED = "no product \r\n2026-11-24 INFO all is well";

    @Test
    void aMessageCannotBeginALineOfItsOwn() {
        String forged = "no product \r\n2026-11-24 INFO all is well\u2028and here \u0007";

        assertThat(OneLine.escaped(forged))
                .isEqualTo("no product \\u000d\\u000a2026-11-24 INFO all is well\\u2028and here \\u0007");
    }

    @Test
    void norCanTheMessageOfAnExceptionOrOfWhatCausedIt() {
        Exception cause = new IllegalArgumentException(FORGED);
        Exception failure = new IllegalStateException("a request failed", cause);
        failure.addSuppressed(new IllegalStateException(FORGED));
        ExtLogRecord record = failed(failure);

        boolean logged = new OneLine(false).isLoggable(record);

        String lines = new PatternFormatter("%s%e%n").format(record);
        assertThat(logged).isTrue();
        assertThat(lines.lines())
                .noneMatch(line -> line.startsWith("2026"))
                .contains(
                        "failed: java.lang.IllegalStateException: a request failed",
                        "Caused by: java.lang.IllegalArgumentException: no product \\u000d\\u000a2026-11-24 INFO all is well")
                .anyMatch(line ->
                        line.strip().startsWith("Suppressed: java.lang.IllegalStateException: no product \\u000d"))
                .anyMatch(line -> line.startsWith("\tat " + OneLineTest.class.getName()));
    }

    @Test
    void causesThatFormACircleAreWrittenOnce() {
        Exception first = new IllegalStateException(FORGED);
        Exception second = new IllegalStateException("second", first);
        first.initCause(second);
        ExtLogRecord record = failed(second);

        new OneLine(false).isLoggable(record);

        assertThat(new PatternFormatter("%s%e%n").format(record).lines()).noneMatch(line -> line.startsWith("2026"));
    }

    @Test
    void anExceptionWithoutLineBreaksStaysAsItIs() {
        Exception failure = new IllegalStateException("a request failed", new IllegalArgumentException("plain"));
        ExtLogRecord record = failed(failure);

        new OneLine(false).isLoggable(record);

        assertThat(record.getThrown()).isSameAs(failure);
    }

    @Test
    void theWarningOfAPeerThatIsAwayHasNoStackTrace() {
        ExtLogRecord record = failed(new IllegalStateException("no keys", new ConnectException("refused")));
        record.setLevel(Level.WARN);

        new OneLine(false).isLoggable(record);

        assertThat(new PatternFormatter("%s%e%n").format(record).lines())
                .containsExactly("failed: java.lang.IllegalStateException: no keys");
    }

    @Test
    void anyOtherWarningKeepsItsStackTraceWhichMayBeAllThatItSays() {
        Exception blocked = new IllegalStateException("Thread blocked");
        ExtLogRecord record = failed(blocked);
        record.setLevel(Level.WARN);

        new OneLine(false).isLoggable(record);

        assertThat(record.getThrown()).isSameAs(blocked);
    }

    @Test
    void inJsonAnExceptionKeepsItsClass() {
        Exception failure = new IllegalStateException(FORGED);
        ExtLogRecord record = failed(failure);

        new OneLine(true).isLoggable(record);

        assertThat(record.getThrown()).isSameAs(failure);
    }

    private static ExtLogRecord failed(Exception failure) {
        ExtLogRecord record = new ExtLogRecord(Level.ERROR, "failed", OneLineTest.class.getName());
        record.setThrown(failure);
        return record;
    }
}
