package org.livelabel.conduct.problem;

import java.net.URI;

/**
 * A problem type (RFC 9457, 3.1.1): a kind of answer that is not the one asked for. Each service lists its own in an enum. The
 * addresses are stable; programs may compare them.
 */
public interface ProblemKind {
    /** Every type's address begins so. It is nobody's host: every service has the page at {@code /problems/} and the slug. */
    String BASE = "https://livelabel.org/problems/";

    /** The last part of the address. */
    String slug();

    int status();

    /** The same wherever the type is given (RFC 9457, 3.1.3). */
    String title();

    default URI uri() {
        return URI.create(BASE + slug());
    }
}
