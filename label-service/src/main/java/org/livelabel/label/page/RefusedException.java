package org.livelabel.label.page;

/** Ends a request with a {@link Refusal}, as a page or, where data was asked for, as a problem document. */
public final class RefusedException extends RuntimeException {
    private final transient Refusal refusal;
    private final boolean dataOnly;

    private RefusedException(Refusal refusal, boolean dataOnly) {
        super(refusal.type().name(), null, false, false);
        this.refusal = refusal;
        this.dataOnly = dataOnly;
    }

    /** A page, unless the client says that it prefers JSON. */
    public static RefusedException of(Refusal refusal) {
        return new RefusedException(refusal, false);
    }

    /** A problem document, whatever the client accepts: the address itself is one of data. */
    public static RefusedException ofData(Refusal refusal) {
        return new RefusedException(refusal, true);
    }

    /** The same about what was typed into a field, where it stays as it was. */
    public RefusedException keeping(String typed) {
        return new RefusedException(refusal.of(typed), dataOnly);
    }

    Refusal refusal() {
        return refusal;
    }

    boolean dataOnly() {
        return dataOnly;
    }
}
