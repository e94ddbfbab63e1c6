package org.livelabel.registry.json;

/** The schemas without an application around them. */
public final class AllSchemas {
    private AllSchemas() {}

    public static Schemas read() {
        return new Schemas();
    }
}
