package org.livelabel.label.page;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFC 9457. */
record Problem(
        URI type,
        String title,
        int status,
        String detail,
        @Nullable List<Violation> violations) {
    record Violation(String field, String message) {}
}
