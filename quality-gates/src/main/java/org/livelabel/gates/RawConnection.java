package org.livelabel.gates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection on which a test writes what no HTTP client would. Text is ISO 8859-1: one character is one byte. */
public final class RawConnection implements AutoCloseable {
    private static final int PATIENCE = 60_000;

    private final Socket socket;

    private RawConnection(Socket socket) {
        this.socket = socket;
    }

    public static RawConnection open(int port) {
        try {
            return new RawConnection(new Socket(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For who does not mean to read: as little as possible waits outside of the other side. */
    public static RawConnection openWithSmallBuffers(int port) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(2048);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return new RawConnection(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One request on a connection of its own, and the whole answer. It has to say {@code Connection: close}. */
    public static String exchange(int port, String request) {
        try (RawConnection connection = open(port)) {
            return connection.send(request).rest();
        }
    }

    public RawConnection send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that comes until the other side closes. */
    public String rest() {
        return read(PATIENCE);
    }

    /** Everything that comes up to and with {@code end}. */
    public String until(String end) {
        StringBuilder text = new StringBuilder();
        try {
            socket.setSoTimeout(PATIENCE);
            while (text.indexOf(end) < 0) {
                int b = socket.getInputStream().read();
                if (b < 0) {
                    throw new AssertionError("closed after: " + text);
                }
                text.append((char) b);
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends {@code drop} again and again, slowly, until the other side closes. */
    public void dripUntilClosed(String drop) {
        byte[] ignored = new byte[8192];
        int drops = 0;
        while (drops < PATIENCE / 100) {
            try {
                socket.setSoTimeout(100);
                if (socket.getInputStream().read(ignored) < 0) {
                    return;
                }
            } catch (SocketTimeoutException e) {
                drops++;
                try {
                    socket.getOutputStream().write(drop.getBytes(StandardCharsets.ISO_8859_1));
                } catch (IOException closed) {
                    return;
                }
            } catch (IOException reset) {
                return;
            }
        }
        throw new AssertionError("still open after " + PATIENCE / 1000 + " seconds of dripping");
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(int patience) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            socket.setSoTimeout(patience);
            byte[] some = new byte[8192];
            for (int n = socket.getInputStream().read(some);
                    n >= 0;
                    n = socket.getInputStream().read(some)) {
                bytes.write(some, 0, n);
            }
        } catch (SocketException e) {
            // reset: what came before counts
        } catch (IOException e) {
            throw new AssertionError("still open after: " + bytes.toString(StandardCharsets.ISO_8859_1), e);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
