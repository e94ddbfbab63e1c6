package org.livelabel.gs1;

/** The path is not a GS1 Digital Link; the message, read after "the address", says why in words that may be shown. */
public final class InvalidDigitalLinkException extends IllegalArgumentException {
    InvalidDigitalLinkException(String reason) {
        super(reason);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
