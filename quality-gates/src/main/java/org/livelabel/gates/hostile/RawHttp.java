package org.livelabel.gates.hostile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 over one connection that is kept, without anything that would mend or refuse what is sent. For one thread. */
final class RawHttp implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 40_000;

    private final URI service;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    RawHttp(URI service) {
        this.service = service;
    }

    /** @param headers by their names in lower case */
    record Answer(int status, Map<String, String> headers, byte[] body) {}

    /**
     * @param target as it stands in the request line
     * @param headers each character is one byte
     * @throws IOException if there is no answer, not on a new connection either
     */
    Answer ask(String method, String target, Map<String, String> headers, byte @Nullable [] body) throws IOException {
        StringBuilder head =
                new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + service.getAuthority() + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (body != null) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        boolean fresh = socket == null;
        try {
            return once(start, body);
        } catch (IOException e) {
            close();
            if (fresh) {
                throw e;
            }
            // the service may close a connection between two requests
            return once(start, body);
        }
    }

    private Answer once(byte[] start, byte @Nullable [] body) throws IOException {
        Socket open = socket;
        InputStream answers = in;
        if (open == null || answers == null) {
            open = new Socket(service.getHost(), service.getPort());
            open.setTcpNoDelay(true);
            open.setSoTimeout(PATIENCE_MILLIS);
            answers = new BufferedInputStream(open.getInputStream());
            socket = open;
            in = answers;
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(start);
        if (body != null) {
            request.write(body);
        }
        open.getOutputStream().write(request.toByteArray());
        Answer answer = read(answers);
        if ("close".equalsIgnoreCase(answer.headers().get("connection"))) {
            close();
        }
        return answer;
    }

    private static Answer read(InputStream in) throws IOException {
        String status = line(in);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int code = Integer.parseInt(status.split(" ")[1]);
        if (code == 204 || code == 304 || code < 200) {
            return new Answer(code, headers, new byte[0]);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            for (int size = chunk(in); size > 0; size = chunk(in)) {
                body.write(bytes(in, size));
                line(in);
            }
            line(in);
        } else {
            body.write(bytes(in, Integer.parseInt(headers.getOrDefault("content-length", "0"))));
        }
        return new Answer(code, headers, body.toByteArray());
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";")[0].strip(), 16);
    }

    private static byte[] bytes(InputStream in, int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException();
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed without an answer");
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // it was of no more use anyway
        }
        socket = null;
        in = null;
    }
}
