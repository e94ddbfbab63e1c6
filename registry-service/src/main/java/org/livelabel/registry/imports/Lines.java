package org.livelabel.registry.imports;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines without ever holding more than one. */
final class Lines {
    static final int LINE_LIMIT = 64 * 1024;

    private final InputStream in;
    private long number;

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in, 64 * 1024);
    }

    /**
     * @param text null if the line cannot be read
     * @param refused why it cannot be read
     */
    record Line(
            long number, @Nullable String text, @Nullable String refused) {}

    /** The next line that is not blank; null at the end. */
    @Nullable Line next() throws IOException {
        while (true) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            long length = 0;
            int b = in.read();
            if (b < 0) {
                return null;
            }
            number++;
            while (b >= 0 && b != '\n') {
                if (++length <= LINE_LIMIT) {
                    bytes.write(b);
                }
                b = in.read();
            }
            if (length > LINE_LIMIT) {
                return new Line(
                        number, null, "The line has more than " + LINE_LIMIT + " bytes. Send this product by PUT.");
            }
            Line line = decode(bytes.toByteArray());
            if (line.text() == null || !line.text().isBlank()) {
                return line;
            }
        }
    }

    private Line decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') >= 0
                    ? new Line(number, null, "The line holds the character U+0000. Remove it.")
                    : new Line(number, text.strip(), null);
        } catch (CharacterCodingException e) {
            return new Line(number, null, "The line is not UTF-8. Send it in UTF-8.");
        }
    }
}
