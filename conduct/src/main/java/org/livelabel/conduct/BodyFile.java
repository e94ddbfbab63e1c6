package org.livelabel.conduct;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A body on the disk. The file's name is taken away as soon as it is open, where the system allows that: nobody else reads
 * it, and it is gone when it is closed, or when the process is.
 */
final class BodyFile {
    private final Path folder;
    private final Runnable onClose;
    private @Nullable FileChannel channel;
    private boolean read;
    private boolean closed;

    /** @param onClose called once, from whichever thread closes it */
    BodyFile(Path folder, Runnable onClose) {
        this.folder = folder;
        this.onClose = onClose;
    }

    /** Waits for the disk. */
    synchronized long append(Buffer chunk) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        FileChannel file = channel;
        if (file == null) {
            // for its owner only
            Path path = Files.createTempFile(folder, "livelabel-body-", ".tmp");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            channel = file;
        }
        ByteBuffer bytes = chunk.getByteBuf().nioBuffer();
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        return file.position();
    }

    /** From its beginning; nothing if it is closed. Who gets it has to close this file. */
    synchronized Optional<InputStream> read() throws IOException {
        if (closed) {
            return Optional.empty();
        }
        FileChannel file = channel;
        InputStream body = file == null ? InputStream.nullInputStream() : Channels.newInputStream(file.position(0));
        read = true;
        return Optional.of(body);
    }

    /** Whether it is closed now. */
    synchronized boolean closeUnlessRead() {
        return !read && close();
    }

    synchronized boolean close() {
        if (!closed) {
            closed = true;
            try {
                if (channel != null) {
                    channel.close();
                }
            } catch (IOException e) {
                // nothing was to be kept
            }
            onClose.run();
        }
        return true;
    }
}
