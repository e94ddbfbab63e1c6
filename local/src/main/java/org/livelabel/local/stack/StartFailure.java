package org.livelabel.local.stack;

import java.util.concurrent.CompletionException;

/** The system cannot start or go on; the message is one line for the person at the terminal and says what to do. */
public final class StartFailure extends RuntimeException {
    public StartFailure(String message) {
        super(message);
    }

    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whatever went wrong, as something to be shown. */
    public static StartFailure of(Throwable problem) {
        Throwable cause =
                problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
        return cause instanceof StartFailure known
                ? known
                : new StartFailure(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
    }
}
