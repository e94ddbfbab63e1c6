package org.livelabel.account.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands where the registry is: keeps what it was told, and answers as it is told to. */
public class RegistryPeer implements AutoCloseable {
    /** Hangs up after having heard the command. */
    public static final int NO_ANSWER = -1;

    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final List<Command> heard = new CopyOnWriteArrayList<>();
    private final int port;
    private HttpServer server;

    /** @param client the {@code azp} of the token */
    public record Command(String method, String path, String client, String token, String body, long nanos) {}

    private RegistryPeer() {
        server = listen(0);
        port = server.getAddress().getPort();
    }

    static RegistryPeer start() {
        return new RegistryPeer();
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** What it has heard about one organisation, oldest first. */
    public List<Command> heardAbout(Object organisation) {
        return heard.stream()
                .filter(command -> command.path().endsWith("/" + organisation))
                .toList();
    }

    /** The statuses of the next answers; 200 after them. */
    public void answerNext(Integer... statuses) {
        answers.addAll(List.of(statuses));
    }

    public void goDown() {
        server.stop(0);
    }

    public void comeBack() {
        server = listen(port);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private HttpServer listen(int onPort) {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort), 0);
            made.createContext("/internal/organisations/", this::put);
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            heard.add(new Command(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    client(token),
                    token,
                    body,
                    System.nanoTime()));
            Integer status = answers.poll();
            if (status == null || status != NO_ANSWER) {
                exchange.sendResponseHeaders(status == null ? 200 : status, -1);
            }
        }
    }

    private static String client(String authorization) {
        if (!authorization.startsWith("Bearer ")) {
            return "nobody";
        }
        String claims =
                new String(Base64.getUrlDecoder().decode(authorization.split("\\.")[1]), StandardCharsets.UTF_8);
        return claims.replaceAll(".*\"azp\":\"([^\"]*)\".*", "$1");
    }
}
