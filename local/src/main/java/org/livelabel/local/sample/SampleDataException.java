package org.livelabel.local.sample;

/** The sample data did not get in; the message says where it stopped. */
public final class SampleDataException extends RuntimeException {
    SampleDataException(String message) {
        super(message);
    }

    SampleDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
