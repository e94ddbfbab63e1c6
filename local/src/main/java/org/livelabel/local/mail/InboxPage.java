package org.livelabel.local.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * The inbox in a browser, and as JSON for tests: {@code /} lists, {@code /mails/7} shows, {@code /api/mails} and
 * {@code /api/mails/7} give the same as data. Mails hold links that open accounts, so the page answers only to callers
 * that name this machine as the host: another site's script that has its own name point here is turned away.
 */
final class InboxPage implements AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;

    InboxPage(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    }

    void serve(MailSink inbox) {
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange, inbox);
            }
        });
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, MailSink inbox) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!namesThisMachine(exchange.getRequestHeaders().getFirst("Host"))) {
            send(exchange, 403, "text/plain", "This page answers to localhost only.");
        } else if (!exchange.getRequestMethod().matches("GET|HEAD")) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            send(exchange, 405, "text/plain", "This page can only be read.");
        } else if (path.equals("/")) {
            send(exchange, 200, "text/html", InboxHtml.list(inbox.mails()));
        } else if (path.equals("/api/mails")) {
            ArrayNode mails = JSON.createArrayNode();
            inbox.mails().forEach(mail -> mails.add(json(mail)));
            send(exchange, 200, "application/json", mails.toString());
        } else if (path.startsWith("/api/mails/")) {
            Optional<Mail> mail = inbox.mail(number(path));
            send(
                    exchange,
                    mail.isPresent() ? 200 : 404,
                    "application/json",
                    mail.map(m -> json(m).toString()).orElse("null"));
        } else {
            Optional<Mail> mail = path.startsWith("/mails/") ? inbox.mail(number(path)) : Optional.empty();
            send(
                    exchange,
                    mail.isPresent() ? 200 : 404,
                    "text/html",
                    mail.map(InboxHtml::mail).orElseGet(InboxHtml::nothing));
        }
    }

    private static boolean namesThisMachine(@org.jspecify.annotations.Nullable String host) {
        return host != null && host.matches("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
    }

    /** What stands behind the last slash, or 0, which is no mail. */
    private static int number(String path) {
        String text = path.substring(path.lastIndexOf('/') + 1);
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static ObjectNode json(Mail mail) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", mail.id())
                .put("from", mail.from())
                .put("subject", mail.subject())
                .put("received_at", mail.receivedAt().toString())
                .put("text", mail.text());
        ArrayNode to = json.putArray("to");
        mail.to().forEach(to::add);
        return json;
    }

    private static void send(HttpExchange exchange, int status, String mediaType, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", mediaType + "; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src '" + InboxHtml.STYLE_HASH + "'; frame-ancestors 'none'");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
