package org.livelabel.label.follower;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.livelabel.label.LabelService.REGISTRY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.livelabel.gates.released.KeptAnswers;
import org.livelabel.gates.released.ReleasedLog;
import org.livelabel.gates.released.ReleasedLog.Line;
import org.livelabel.label.LabelService;
import org.livelabel.label.TestClock;
import org.livelabel.label.projection.Entry;

/** The labels of everything that released writers wrote stay what they were. */
@QuarkusTest
@QuarkusTestResource(LabelService.class)
class ReleasedLogLabelsTest {
    /** After the last entry, and when most promises have run out. */
    private static final List<String> DAYS = List.of("2026-11-24T12:00:00Z", "2031-07-01T00:00:00Z");

    /** What nobody reads: how it looks, and pictures, which say nothing that is not beside them in words. */
    private static final Pattern UNREAD = Pattern.compile("(?s)<(head|style|svg|script)[ >].*?</\\1>|<[^>]*>");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ReleasedLog released = ReleasedLog.ofThisRepository();
    private final Set<String> withheld = released.entries().stream()
            .map(line -> line.json().get("subject").asText())
            .filter(subject -> subject.startsWith("blobs/"))
            .map(subject -> subject.substring("blobs/".length()))
            .collect(Collectors.toSet());

    @Inject
    FeedFollower follower;

    @Inject
    FeedApplier applier;

    @Inject
    FeedStatus status;

    @BeforeEach
    void theReleasedLog() {
        follower.stop();
        applier.forgetEverything();
        REGISTRY.hold(released.entries().stream().map(Line::bytes).toList(), released.blobs(), withheld);
    }

    @AfterEach
    void leaveAWorkingFollower() {
        TestClock.reset();
        follower.stop();
        applier.forgetEverything();
        REGISTRY.reset();
        follower.start();
    }

    /** What is withheld by now is not to be had. */
    @Test
    void whoComesLateHasTheLabelsThatWereKept() throws Exception {
        KeptAnswers.verify(labels(), released.expected("label-service"));
    }

    /** What is withheld was there before. */
    @Test
    void whoWasThereAllTheTimeHasTheSame() throws Exception {
        Map<String, byte[]> blobs = released.blobs();
        try (FeedClient feed = new FeedClient(REGISTRY.address(), MAPPER)) {
            long last = -1;
            while (last < REGISTRY.lastIndex()) {
                for (Entry entry : feed.after(last, Duration.ZERO)) {
                    Map<String, Optional<byte[]>> document = entry.document().stream()
                            .collect(Collectors.toMap(digest -> digest, digest -> Optional.of(blobs.get(digest))));
                    last = applier.apply(List.of(entry), document);
                }
            }
        }

        KeptAnswers.verify(labels(), released.expected("label-service"));
    }

    private Map<String, String> labels() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String day : DAYS) {
            TestClock.set(day);
            follower.stop();
            follower.start();
            await("the end of the log")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> status.lastIndex() == REGISTRY.lastIndex()
                            && status.caughtUp()
                            && status.staleness().isEmpty());
            for (String code : values("label_code")) {
                ObjectNode file = MAPPER.createObjectNode();
                file.set(
                        "json",
                        MAPPER.readTree(given().get("/l/" + code + ".json").asByteArray()));
                file.set("page", read(given().get("/l/" + code).asString()));
                write(files, day.substring(0, "2026-11-24".length()) + "/" + code + ".json", file);
            }
        }
        ObjectNode numbers = MAPPER.createObjectNode();
        for (String gtin : values("gtins")) {
            Response answer = given().redirects().follow(false).get("/01/" + gtin);
            numbers.put(gtin, answer.statusCode() + " " + answer.header("Location"));
        }
        write(files, "numbers.json", numbers);
        return files;
    }

    /** Of a member of any entry, and of each item if it is a list. */
    private Set<String> values(String member) {
        Set<String> values = new TreeSet<>();
        for (Line entry : released.entries()) {
            JsonNode value = entry.json().get("data").path(member);
            if (value.isTextual()) {
                values.add(value.asText());
            }
            value.forEach(item -> values.add(item.asText()));
        }
        return values;
    }

    /** What a page says, a line to a text. */
    private static ArrayNode read(String page) {
        ArrayNode lines = MAPPER.createArrayNode();
        UNREAD.matcher(page)
                .replaceAll("\n")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(lines::add);
        return lines;
    }

    /** The registry of these tests has another port each time. */
    private static void write(Map<String, String> files, String name, ObjectNode file) {
        files.put(name, KeptAnswers.readable(file).replace(REGISTRY.address().toString(), "https://registry.test"));
    }
}
