package org.livelabel.gates.hostile;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Walks every operation of an OpenAPI document with every hostile value in every parameter and every member of a body. No answer
 * may be a 5xx, and each of 400 or more must be a problem document (RFC 9457). At each operation one caller at least has to be
 * let in: what is sent to a closed door proves nothing about what is behind it.
 */
public final class HostileWalk {
    private static final int CONNECTIONS = 4;
    /** One of so many values has to do for a place that was seen before, or that somebody else was let in to. */
    private static final int ONE_OF = 12;

    /** No place for this caller, this method, or what this caller takes: nobody looks at the rest of the request. */
    private static final Set<Integer> CLOSED = Set.of(401, 403, 405, 406);

    /** A full house is not a failure, if it says that it will be less full. */
    private static final int PATIENCE = 20;

    private static final long PAUSE_MILLIS = 200;

    private final URI service;
    private final BodySketches sketches;
    private final List<OpenApi.Operation> operations;
    private final List<Caller> callers;
    /** Whether an error may be a page. */
    private final boolean pages;

    private final HostileReport report = new HostileReport();
    private final BlockingQueue<RawHttp> connections = new LinkedBlockingQueue<>();

    private HostileWalk(URI service, OpenApi api, List<Caller> callers, boolean pages) {
        this.service = service;
        this.sketches = new BodySketches(api);
        this.operations = api.operations();
        this.callers = callers;
        this.pages = pages;
        if (operations.isEmpty()) {
            throw new IllegalArgumentException("there is no operation in the document: is it the right one?");
        }
        for (int i = 0; i < CONNECTIONS; i++) {
            connections.add(new RawHttp(service));
        }
    }

    /**
     * @param service scheme, host and port
     * @param document as JSON
     * @param fetch the schema to which a reference leads that leaves the document
     */
    public static HostileReport walk(URI service, String document, UnaryOperator<String> fetch, List<Caller> callers) {
        return new HostileWalk(service, new OpenApi(document, fetch), callers, false).go();
    }

    /** The same for a service that people read in a browser: an error may be a page. */
    public static HostileReport walkPages(URI service, String document, List<Caller> callers) {
        return new HostileWalk(service, new OpenApi(document, UnaryOperator.identity()), callers, true).go();
    }

    private HostileReport go() {
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (Tour tour : tours()) {
                boolean done = false;
                for (Caller caller : callers) {
                    Visit visit = new Visit(tour, caller);
                    boolean letIn = visit.knock();
                    for (Future<Void> answered : threads.invokeAll(visit.requests(done || !letIn))) {
                        answered.get();
                    }
                    done |= letIn;
                }
                if (done) {
                    report.enter(tour.operation().name());
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the walk was given up: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the walk was interrupted", e);
        } finally {
            connections.forEach(RawHttp::close);
        }
        operations.stream()
                .map(OpenApi.Operation::name)
                .filter(operation -> !report.entered().contains(operation))
                .forEach(operation -> report.offend("nobody was let in to " + operation));
        return report;
    }

    /**
     * In the order of the document. What several bodies have in common is tried in one of them: in JSON, as lines of another
     * format are often looked at only after the answer, where no failure shows.
     */
    private List<Tour> tours() {
        Map<String, Tour> tours = new HashMap<>();
        operations.stream()
                .sorted(Comparator.comparing(operation -> !operation.bodies().containsKey("application/json")))
                .forEach(operation -> tours.put(operation.name(), tour(operation)));
        return operations.stream()
                .map(operation -> requireNonNull(tours.get(operation.name())))
                .toList();
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

    /** One caller at one operation. */
    private final class Visit {
        private final Tour tour;
        private final Caller caller;
        private int turn;

        Visit(Tour tour, Caller caller) {
            this.tour = tour;
            this.caller = caller;
        }

        /** Whether the caller is let in; a stranger gets the same answer whatever is sent. */
        boolean knock() throws InterruptedException {
            return !CLOSED.contains(ask("nothing hostile", Map.of(), Map.of(), null, null));
        }

        /** @param few for who is not let in, and where somebody else has sent everything */
        List<Callable<Void>> requests(boolean few) {
            List<Callable<Void>> requests = new ArrayList<>();
            for (OpenApi.Parameter parameter : tour.operation().parameters()) {
                if (parameter.in().equals("header")) {
                    continue;
                }
                for (String value : some(HostileValues.IN_ADDRESS, few)) {
                    requests.add(() -> asked(
                            parameter.name() + "=" + brief(value),
                            Map.of(parameter.name(), value),
                            Map.of(),
                            null,
                            null));
                }
            }
            for (HostileValues.Header header : some(HostileValues.HEADERS, few)) {
                requests.add(() -> asked(
                        header.name() + ": " + brief(header.value()),
                        Map.of(),
                        Map.of(header.name(), header.value()),
                        null,
                        null));
            }
            tour.bodies().keySet().forEach(mediaType -> {
                for (String body : some(HostileValues.BODIES, few)) {
                    requests.add(() -> asked("body " + brief(body), Map.of(), Map.of(), mediaType, body));
                }
                tour.sketches().getOrDefault(mediaType, List.of()).forEach(sketch -> {
                    for (String value : some(HostileValues.IN_JSON, sketch.seenBefore() || few)) {
                        requests.add(() -> asked(
                                sketch.pointer() + " = " + brief(value),
                                Map.of(),
                                Map.of(),
                                mediaType,
                                ours(sketch.with(value))));
                    }
                });
            });
            return requests;
        }

        @SuppressWarnings("NullAway") // the only value that Void has
        private Void asked(
                String what,
                Map<String, String> inAddress,
                Map<String, String> inHeaders,
                @Nullable String mediaType,
                @Nullable String body)
                throws InterruptedException {
            ask(what, inAddress, inHeaders, mediaType, body);
            return null;
        }

        /** With what the caller knows in place of the ids of nobody. */
        private String ours(String body) {
            return BodySketches.NOBODY.matcher(body).replaceAll(member -> caller.value(
                            tour.operation().path(), "/" + member.group(1))
                    .map(known -> "\"" + member.group(1) + "\":\"" + known + "\"")
                    .orElse(member.group()));
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
                @Nullable String body)
                throws InterruptedException {
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
                sent = body == null ? ours(tour.bodies().getOrDefault(type, "")) : body;
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
                String method, String target, Map<String, String> headers, byte @Nullable [] body)
                throws IOException, InterruptedException {
            RawHttp http = connections.take();
            try {
                RawHttp.Answer answer = http.ask(method, target, headers, body);
                for (int i = 0; i < PATIENCE && isBusy(answer); i++) {
                    Thread.sleep(PAUSE_MILLIS);
                    answer = http.ask(method, target, headers, body);
                }
                return answer;
            } finally {
                connections.add(http);
            }
        }

        private int judge(String what, String method, String target, Map<String, String> headers, @Nullable String body)
                throws InterruptedException {
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
}
