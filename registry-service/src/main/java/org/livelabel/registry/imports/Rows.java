package org.livelabel.registry.imports;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of an upload, one after the other, however they are written. */
interface Rows {
    /** A row has no more bytes than this, in whatever format. */
    int ROW_LIMIT = 64 * 1024;

    /**
     * @param number of the line on which the row begins, from 1
     * @param text an import-row/1 object as JSON, not checked yet; null if the row cannot be read
     * @param refused why it cannot be read
     */
    record Row(long number, @Nullable String text, @Nullable String refused) {}

    /** The next row that is not blank; null at the end. */
    @Nullable Row next() throws IOException;
}
