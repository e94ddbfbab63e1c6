package org.livelabel.registry.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.problem.ProblemType;

/** How an upload writes its rows. Both end as the same objects, and everything after that is the same. */
enum RowFormat {
    JSON_LINES("import") {
        @Override
        Rows rows(InputStream in) {
            return new Lines(in);
        }
    },
    CSV("import csv") {
        @Override
        Rows rows(InputStream in) throws IOException {
            return new CsvRows(in);
        }
    };

    static final String JSON_LINES_TYPE = "application/x-ndjson";
    static final String CSV_TYPE = "text/csv";

    private final String commandName;

    RowFormat(String commandName) {
        this.commandName = commandName;
    }

    abstract Rows rows(InputStream in) throws IOException;

    /** A part of what a request is remembered by. */
    String commandName() {
        return commandName;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 415 for CSV in another character set than UTF-8 */
    static RowFormat of(@Nullable String contentType) {
        if (contentType == null) {
            throw Problem.at(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type",
                    "is missing; send " + JSON_LINES_TYPE + " or " + CSV_TYPE);
        }
        String type = contentType.toLowerCase(Locale.ROOT).replaceAll("[\\s\"]", "");
        if (!type.startsWith(CSV_TYPE)) {
            // JSON is UTF-8 whatever a charset parameter says (RFC 8259, 8.1)
            return JSON_LINES;
        }
        if (type.contains("charset=") && !type.matches(".*charset=utf-?8(;.*)?")) {
            throw Problem.at(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE, "Content-Type", "must not name another charset than utf-8");
        }
        return CSV;
    }
}
