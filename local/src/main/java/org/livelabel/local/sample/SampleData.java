package org.livelabel.local.sample;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.livelabel.local.keycloak.SignIn;

/**
 * Brings the sample products in through the public import API, as the people who may publish them. Going on after an
 * interruption, or doing it again, publishes nothing twice: a row that has not changed is left alone.
 */
public final class SampleData {
    /** The 249 devices and the three products of Halden Home. */
    public static final int PRODUCTS = 252;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final URI registry;
    private final URI account;
    private final SamplePeople people;
    private final SignIn signIn;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public SampleData(URI registry, URI account, SamplePeople people, SignIn signIn, Clock clock) {
        this.registry = registry;
        this.account = account;
        this.people = people;
        this.signIn = signIn;
        this.clock = clock;
    }

    /** Where the label of the richest sample product is, if it was imported. */
    public static Optional<URI> firstLabel(URI registry) {
        String gtin =
                SampleFiles.haldenHome(SampleFiles.FIRST_PROMISE).at("/gtins/0").asText();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return new Api(http, registry)
                    .find("/v1/products/by-gtin/" + gtin)
                    .map(product -> URI.create(product.path("label_url").asText()));
        }
    }

    /** @param progress told in few words how far it is */
    public void load(Consumer<String> progress) {
        progress.accept("signing in as " + people.publisher());
        haldenHome(new Api(http, registry, new Session(signIn, clock, people.publisher())), progress);
        progress.accept("signing in as " + people.operator());
        devices(new Session(signIn, clock, people.operator()), progress);
    }

    private void haldenHome(Api asPublisher, Consumer<String> progress) {
        requireKnown(asPublisher, people.manufacturer());
        JsonNode first = SampleFiles.haldenHome(SampleFiles.FIRST_PROMISE);
        // once the promise has been made longer, the first one would be a promise broken
        if (asPublisher
                .find("/v1/products/by-gtin/" + first.at("/gtins/0").asText())
                .isEmpty()) {
            importAll(asPublisher, people.manufacturer(), List.of(first), done -> progress.accept("Halden Home"));
        }
        List<JsonNode> products =
                SampleFiles.HALDEN_HOME.stream().map(SampleFiles::haldenHome).toList();
        importAll(asPublisher, people.manufacturer(), products, done -> progress.accept("Halden Home"));
    }

    private void devices(Session operator, Consumer<String> progress) {
        Api asOperator = new Api(http, registry, operator);
        requireKnown(asOperator, people.operatorOrganisation());
        List<Device> devices = SampleFiles.devices();
        progress.accept("makers");
        Map<String, UUID> makers = makers(new Api(http, account, operator), devices);
        makers.values().forEach(maker -> requireKnown(asOperator, maker));
        List<ObjectNode> rows = devices.stream()
                .map(device -> device.importRow(requireNonNull(makers.get(device.manufacturer()))))
                .toList();
        importAll(
                asOperator,
                people.operatorOrganisation(),
                rows,
                done -> progress.accept(done + " of " + rows.size() + " devices"));
    }

    private static Map<String, UUID> makers(Api accounts, List<Device> devices) {
        Map<String, UUID> makers = new LinkedHashMap<>();
        for (Device device : devices) {
            makers.computeIfAbsent(device.manufacturer(), name -> {
                String body = Api.JSON
                        .createObjectNode()
                        .put("name", name)
                        .put("kind", "manufacturer")
                        .toString();
                // the same key each time: the second call answers the maker that the first one made
                String key = keyFor("sample maker " + name);
                JsonNode maker = accounts.post("/v1/organisations", key, "application/json", body);
                return UUID.fromString(maker.path("id").asText());
            });
        }
        return makers;
    }

    /** account-service tells the registry of an organisation a moment later. */
    private static void requireKnown(Api asMember, UUID organisation) {
        Waiting waiting = new Waiting(Duration.ofSeconds(60));
        while (asMember.find("/v1/organisations/" + organisation).isEmpty()) {
            waiting.pause("the registry has not heard of organisation " + organisation + " from account-service");
        }
    }

    private static void importAll(Api api, UUID publisher, List<? extends JsonNode> rows, Consumer<Integer> progress) {
        String lines = rows.stream().map(JsonNode::toString).collect(Collectors.joining("\n", "", "\n"));
        JsonNode run = api.post(
                "/v1/imports?publisher=" + publisher + "&publish=true",
                keyFor(publisher + lines),
                "application/x-ndjson",
                lines);
        String path = "/v1/imports/" + run.path("id").asText();
        Waiting waiting = new Waiting(PATIENCE);
        while (true) {
            run = api.get(path);
            progress.accept(run.path("done").asInt());
            switch (run.path("state").asText()) {
                case "finished" -> {
                    requireNothingFailed(api, path, run);
                    return;
                }
                case "failed" -> throw new SampleDataException("the import has failed: " + run);
                default -> waiting.pause("the import takes too long: " + run);
            }
        }
    }

    private static void requireNothingFailed(Api api, String path, JsonNode run) {
        int failed = run.path("counts").path("failed").asInt();
        if (failed > 0) {
            String rows = api.text(path + "/rows?result=failed&limit=3");
            throw new SampleDataException(failed + " rows were refused, for instance: " + rows.strip());
        }
    }

    private static String keyFor(String what) {
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
