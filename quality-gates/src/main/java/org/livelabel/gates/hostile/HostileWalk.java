package org.livelabel.gates.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Walks every operation of an OpenAPI document with every hostile value in every parameter and every member of a body. No answer
 * may be a 5xx, and each of 400 or more must be a problem document (RFC 9457).
 */
public final class HostileWalk {
    private static final int CONNECTIONS = 4;
    /** One of so many values has to do for a place that was seen before, or that somebody else was let in to. */
    private static final int ONE_OF = 12;

    /** A full house is not a failure, if it says that it will be less full. */
    private static final int PATIENCE = 20;

    private static final long PAUSE_MILLIS = 200;

    private final URI service;
    private final BodySketches sketches;
    private final List<OpenApi.Operation> operations;
    private final List<Caller> callers;
    /** Whether an error may be a page. */
    private final boolean pages;

    private final List<HostileValues.Header> headers;

    private final HostileReport report = new HostileReport();

    private HostileWalk(URI service, OpenApi api, List<Caller> callers, boolean pages, Set<String> spared) {
        this.service = service;
        this.sketches = new BodySketches(api);
        this.operations = api.operations();
        this.callers = callers;
        this.pages = pages;
        this.headers = HostileValues.HEADERS.stream()
                .filter(header -> !spared.contains(header.name()))
                .toList();
    }

    /**
     * @param service scheme, host and port
     * @param document as JSON
     * @param fetch the schema to which a reference leads that leaves the document
     */
    public static HostileReport walk(URI service, String document, UnaryOperator<String> fetch, List<Caller> callers) {
        return new HostileWalk(service, new OpenApi(document, fetch), callers, false, Set.of()).go();
    }

    /**
     * The same for a service that people read in a browser: an error may be a page.
     *
     * @param spared names of headers of which nothing hostile is sent
     */
    public static HostileReport walkPages(URI service, String document, List<Caller> callers, Set<String> spared) {
        return new HostileWalk(service, new OpenApi(document, UnaryOperator.identity()), callers, true, spared).go();
    }

    private HostileReport go() {
        Queue<Tour> tours = new ConcurrentLinkedQueue<>();
        operations.forEach(operation -> tours.add(tour(operation)));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            threads.add(Thread.ofPlatform().start(() -> work(tours)));
        }
        threads.forEach(HostileWalk::join);
        return report;
    }

    /** @param bodies the smallest one by media type; one of them is sent where something else is hostile */
    private record Tour(
            OpenApi.Operation operation, Map<String, String> bodies, Map<String, List<BodySketches.Sketch>> sketches) {}

    private Tour tour(OpenApi.Operation operation) {
        Map<String, String> bodies = new LinkedHashMap<>();
        Map<String, List<BodySketches.Sketch>> described = new LinkedHashMap<>();
        operation.bodies().forEach((mediaType, schema) -> {
            boolean json = mediaType.contains("json");
            JsonNode smallest = sketches.smallest(schema);
            bodies.put(mediaType, json ? smallest.toString() : smallest.asText());
            described.put(mediaType, json ? sketches.of(schema) : List.of());
        });
        return new Tour(operation, bodies, described);
    }

    private void work(Queue<Tour> tours) {
        try (RawHttp http = new RawHttp(service)) {
            for (Tour tour = tours.poll(); tour != null; tour = tours.poll()) {
                boolean done = false;
                for (Caller caller : callers) {
                    done |= new Visit(http, tour, caller).everything(done);
                }
            }
        }
    }

    /** One caller at one operation. */
    private final class Visit {
        private final RawHttp http;
        private final Tour tour;
        private final Caller caller;
        private int turn;

        Visit(RawHttp http, Tour tour, Caller caller) {
            this.http = http;
            this.tour = tour;
            this.caller = caller;
        }

        /**
         * Everything, if this caller is the first who is let in; a stranger gets the same answer whatever is sent.
         *
         * @return whether it was let in
         */
        boolean everything(boolean done) {
            int status = ask("nothing hostile", Map.of(), Map.of(), null, null);
            boolean letIn = status != 401 && status != 403;
            boolean few = done || !letIn;
            for (OpenApi.Parameter parameter : tour.operation().parameters()) {
                if (parameter.in().equals("header")) {
                    continue;
                }
                for (String value : some(HostileValues.IN_ADDRESS, few)) {
                    ask(parameter.name() + "=" + brief(value), Map.of(parameter.name(), value), Map.of(), null, null);
                }
            }
            for (HostileValues.Header header : some(headers, few)) {
                ask(
                        header.name() + ": " + brief(header.value()),
                        Map.of(),
                        Map.of(header.name(), header.value()),
                        null,
                        null);
            }
            tour.bodies().keySet().forEach(mediaType -> {
                for (String body : some(HostileValues.BODIES, few)) {
                    ask("body " + brief(body), Map.of(), Map.of(), mediaType, body);
                }
                tour.sketches().getOrDefault(mediaType, List.of()).forEach(sketch -> {
                    for (String value : some(HostileValues.IN_JSON, sketch.seenBefore() || few)) {
                        ask(sketch.pointer() + " = " + brief(value), Map.of(), Map.of(), mediaType, sketch.with(value));
                    }
                });
            });
            return letIn;
        }

        /** All of them, or a few, and other ones each time. */
        private <T> List<T> some(List<T> values, boolean few) {
            if (!few) {
                return values;
            }
            List<T> some = new ArrayList<>();
            for (int i = turn++ % ONE_OF; i < values.size(); i += ONE_OF) {
                some.add(values.get(i));
            }
            return some;
        }

        private int ask(
                String what,
                Map<String, String> inAddress,
                Map<String, String> inHeaders,
                @Nullable String mediaType,
                @Nullable String body) {
            OpenApi.Operation operation = tour.operation();
            Map<String, String> headers = new LinkedHashMap<>(caller.headers());
            String target = operation.path();
            StringBuilder query = new StringBuilder();
            for (OpenApi.Parameter parameter : operation.parameters()) {
                String value = inAddress.get(parameter.name());
                if (value == null) {
                    value = caller.value(operation.path(), parameter.name())
                            .map(known -> parameter.in().equals("header") ? known : escaped(known))
                            .orElse(parameter.in().equals("path") ? "x" : null);
                }
                if (value == null) {
                    continue;
                }
                switch (parameter.in()) {
                    case "path" -> target = target.replace("{" + parameter.name() + "}", value);
                    case "query" ->
                        query.append(query.isEmpty() ? '?' : '&')
                                .append(parameter.name())
                                .append('=')
                                .append(value);
                    default -> headers.put(parameter.name(), value);
                }
            }
            String sent = body;
            if (!tour.bodies().isEmpty()) {
                String type =
                        mediaType == null ? tour.bodies().keySet().iterator().next() : mediaType;
                headers.put("Content-Type", type);
                sent = body == null ? tour.bodies().get(type) : body;
            }
            headers.putAll(inHeaders);
            return judge(
                    caller.name() + " " + operation.name() + ", " + what,
                    operation.method(),
                    target + query,
                    headers,
                    sent);
        }

        private RawHttp.Answer patiently(
                String method, String target, Map<String, String> headers, byte @Nullable [] body) throws IOException {
            RawHttp.Answer answer = http.ask(method, target, headers, body);
            for (int i = 0; i < PATIENCE && isBusy(answer); i++) {
                pause();
                answer = http.ask(method, target, headers, body);
            }
            return answer;
        }

        private int judge(
                String what, String method, String target, Map<String, String> headers, @Nullable String body) {
            RawHttp.Answer answer;
            try {
                answer = patiently(method, target, headers, body == null ? null : bytes(body));
            } catch (IOException e) {
                report.count(caller.name(), 0);
                report.offend("no answer (" + e + ") to " + what);
                return 0;
            }
            report.count(caller.name(), answer.status());
            if (answer.status() >= 500) {
                report.offend(answer.status() + " to " + what);
            } else if (answer.status() >= 400 && !isProblem(answer) && !(pages && isPage(answer))) {
                report.offend(answer.status() + " without a problem document to " + what);
            }
            if (answer.headers().containsKey("x-injected")) {
                report.offend("a header that was sent in the address, to " + what);
            }
            return answer.status();
        }
    }

    private static boolean isBusy(RawHttp.Answer answer) {
        return answer.status() == 503 && answer.headers().containsKey("retry-after");
    }

    private static boolean isPage(RawHttp.Answer answer) {
        return answer.headers().getOrDefault("content-type", "").startsWith("text/html")
                && new String(answer.body(), StandardCharsets.UTF_8).contains("<title>");
    }

    private static boolean isProblem(RawHttp.Answer answer) {
        if (!answer.headers().getOrDefault("content-type", "").startsWith("application/problem+json")) {
            return false;
        }
        try {
            JsonNode problem = OpenApi.MAPPER.readTree(answer.body());
            return problem.path("type").isTextual()
                    && problem.path("title").isTextual()
                    && problem.path("detail").isTextual()
                    && problem.path("status").asInt() == answer.status();
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] bytes(String body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int bad = body.indexOf(HostileValues.BAD_BYTE);
        out.writeBytes((bad < 0 ? body : body.substring(0, bad)).getBytes(StandardCharsets.UTF_8));
        if (bad >= 0) {
            out.write(0xFF);
            out.writeBytes(body.substring(bad + 1).getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String brief(String value) {
        return value.length() <= 60 ? value : value.substring(0, 40) + "… (" + value.length() + " characters)";
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
