package org.livelabel.gates.hostile;

import java.util.Map;
import java.util.Optional;

/** Somebody who asks. Called from several threads. */
public interface Caller {
    /** For the report. */
    String name();

    /** What every request of this caller carries, a token for instance. */
    Map<String, String> headers();

    /**
     * A value with which the operation works, asked for before each request; empty if anything will do.
     *
     * @param path as the document has it, with braces
     * @param parameter its name; with a slash before it, that of a member of the body which takes an id
     */
    Optional<String> value(String path, String parameter);

    static Caller anonymous(Values values) {
        return of("anonymous", Map.of(), values);
    }

    static Caller of(String name, Map<String, String> headers, Values values) {
        return new Caller() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Map<String, String> headers() {
                return headers;
            }

            @Override
            public Optional<String> value(String path, String parameter) {
                return values.of(path, parameter);
            }
        };
    }

    /** What {@link #value} answers. */
    @FunctionalInterface
    interface Values {
        Optional<String> of(String path, String parameter);
    }
}
