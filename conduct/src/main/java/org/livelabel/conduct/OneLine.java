package org.livelabel.conduct;

import io.quarkus.logging.LoggingFilter;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * A message stays one line, whatever a caller managed to get into it, and so does that of an exception: control characters
 * are written as their code. A warning of a peer that is away is one line as a whole: that is expected, at the start above all.
 */
@LoggingFilter(name = "one-line")
public final class OneLine implements Filter {
    private final boolean json;

    /** @param json whether lines are JSON objects, which hold the text of an exception as a string, and its class by name */
    public OneLine(@ConfigProperty(name = "quarkus.log.console.json.enabled", defaultValue = "false") boolean json) {
        this.json = json;
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        Throwable thrown = record.getThrown();
        if (record instanceof ExtLogRecord ext) {
            String message = ext.getFormattedMessage();
            if (thrown != null && record.getLevel().intValue() == Level.WARNING.intValue() && isAwayPeer(thrown)) {
                ext.setMessage(escaped(message + ": " + thrown), ExtLogRecord.FormatStyle.NO_FORMAT);
                ext.setThrown(null);
                return true;
            }
            if (message != null && breaksLines(message)) {
                ext.setMessage(escaped(message), ExtLogRecord.FormatStyle.NO_FORMAT);
            }
        }
        if (thrown != null && !json) {
            Map<Throwable, Quoted> quoted = new IdentityHashMap<>();
            Quoted copy = quote(thrown, quoted);
            if (quoted.keySet().stream().anyMatch(one -> breaksLines(one.toString()))) {
                record.setThrown(copy);
            }
        }
        return true;
    }

    private static boolean isAwayPeer(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable one = thrown; one != null && seen.add(one); one = one.getCause()) {
            // by its name: not every service has Quarkus' OIDC
            if (one instanceof IOException
                    || one instanceof TimeoutException
                    || one.getClass().getSimpleName().equals("OIDCException")) {
                return true;
            }
        }
        return false;
    }

    static String escaped(String message) {
        StringBuilder line = new StringBuilder(message.length() + 16);
        message.chars().forEach(c -> {
            if (breaksLines(c)) {
                line.append("\\u%04x".formatted(c));
            } else {
                line.append((char) c);
            }
        });
        return line.toString();
    }

    private static boolean breaksLines(String text) {
        return text.chars().anyMatch(OneLine::breaksLines);
    }

    private static boolean breaksLines(int c) {
        return Character.isISOControl(c) && c != '\t' || c == '\u2028' || c == '\u2029';
    }

    /** Together with its causes and what it suppressed, each once: they may form a circle. */
    private static Quoted quote(Throwable thrown, Map<Throwable, Quoted> quoted) {
        Quoted before = quoted.get(thrown);
        if (before != null) {
            return before;
        }
        Quoted copy = new Quoted(escaped(thrown.toString()));
        quoted.put(thrown, copy);
        copy.setStackTrace(thrown.getStackTrace());
        if (thrown.getCause() != null) {
            copy.cause = quote(thrown.getCause(), quoted);
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            copy.addSuppressed(quote(suppressed, quoted));
        }
        return copy;
    }

    /** Is printed as another would be. */
    private static final class Quoted extends Throwable {
        private static final long serialVersionUID = 1;

        private final String text;
        private @Nullable Throwable cause;

        Quoted(String text) {
            this.text = text;
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }

        @Override
        public synchronized @Nullable Throwable getCause() {
            return cause;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
