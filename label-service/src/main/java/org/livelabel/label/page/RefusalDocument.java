package org.livelabel.label.page;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Violation;

/** RFC 9457. */
record RefusalDocument(
        URI type,
        String title,
        int status,
        String detail,
        @Nullable List<Violation> violations) {}
