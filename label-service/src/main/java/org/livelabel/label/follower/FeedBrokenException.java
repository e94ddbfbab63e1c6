package org.livelabel.label.follower;

/** The log is not what it must be. Going on would publish labels that nobody can answer for: the follower stops. */
final class FeedBrokenException extends RuntimeException {
    FeedBrokenException(String message) {
        super(message);
    }

    FeedBrokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
