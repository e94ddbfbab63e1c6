package org.livelabel.registry.imports;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines without ever holding more than one. A line of JSON lines is a row. */
final class Lines implements Rows {
    private final InputStream in;
    private final @Nullable CsvQuotes quotes;
    private long number;

    Lines(InputStream in) {
        this(in, null);
    }

    /** @param quotes tells whether a line feed stands within quotation marks and belongs to the row */
    Lines(InputStream in, @Nullable CsvQuotes quotes) {
        this.in = new BufferedInputStream(in, ROW_LIMIT);
        this.quotes = quotes;
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (true) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            long length = 0;
            int b = in.read();
            if (b < 0) {
                return null;
            }
            long first = ++number;
            while (b >= 0 && !(b == '\n' && endsRow(length))) {
                if (b == '\n') {
                    number++;
                }
                if (quotes != null) {
                    quotes.read(b);
                }
                if (++length <= ROW_LIMIT) {
                    bytes.write(b);
                }
                b = in.read();
            }
            if (quotes != null) {
                quotes.reset();
            }
            if (length > ROW_LIMIT) {
                return new Row(
                        first,
                        null,
                        "The line has more than " + ROW_LIMIT
                                + " bytes. Send this product by PUT, and in a CSV file see "
                                + "whether a quotation mark is missing.");
            }
            Row row = decode(first, bytes.toByteArray());
            if (row.text() == null || !row.text().isBlank()) {
                return row;
            }
        }
    }

    /** What is too long ends with its line, so that a quotation left open does not swallow the file. */
    private boolean endsRow(long length) {
        return quotes == null || !quotes.open() || length > ROW_LIMIT;
    }

    private static Row decode(long number, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') >= 0
                    ? new Row(number, null, "The line holds the character U+0000. Remove it.")
                    : new Row(number, text.strip(), null);
        } catch (CharacterCodingException e) {
            return new Row(number, null, "The line is not UTF-8. Send it in UTF-8.");
        }
    }
}
