package org.livelabel.registry.released;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.livelabel.gates.released.KeptAnswers;
import org.livelabel.gates.released.ReleasedLog;
import org.livelabel.gates.released.ReleasedLog.Line;
import org.livelabel.registry.log.ProjectionRebuild;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.TestChance;
import org.livelabel.registry.testing.TestClock;

/** What released writers wrote is read for good, and what everybody could read of it stays the same. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class ReleasedLogTest {
    /** Of a page of the feed. */
    private static final int PAGE = 256;

    private final ReleasedLog released = ReleasedLog.ofThisRepository();

    @Inject
    ProjectionRebuild projections;

    @Inject
    Supplier<UUID> ids;

    @BeforeEach
    void anEmptyLog() throws Exception {
        LogTables.empty();
    }

    @AfterEach
    void leaveAnEmptyLog() throws Exception {
        TestClock.reset();
        TestChance.reset();
        LogTables.empty();
    }

    @Test
    void theFeedSendsTheBytesThatWereReleased() throws Exception {
        LogTables.add(released.entries(), released.blobs());

        assertThat(feed()).isEqualTo(pages(released.entries()));
    }

    @Test
    void whatIsReadOfItAllAtOnceIsWhatWasKept() throws Exception {
        LogTables.add(released.entries(), released.blobs());
        projections.rebuild();

        KeptAnswers.verify(PublicAnswers.of(released.entries()), released.expected("registry-service"));
    }

    @Test
    void whatIsMadeOfItCommandByCommandIsTheSameAsAllAtOnce() throws Exception {
        Map<String, byte[]> blobs = released.blobs();
        for (List<Line> command : commands(released.entries())) {
            LogTables.add(command, blobs);
            projections.catchUp();
        }
        Map<String, List<String>> commandByCommand = LogTables.projections();

        projections.rebuild();

        assertThat(LogTables.projections()).isEqualTo(commandByCommand);
        assertThat(commandByCommand)
                .allSatisfy((table, rows) -> assertThat(rows).isNotEmpty());
    }

    /** It may say more than it did; what it said stays. */
    @Test
    void todaysWriterStillSaysAllOfIt() throws Exception {
        Author author = new Author(projections, ids);
        for (Map.Entry<String, Chapters.Chapter> chapter : Chapters.all().entrySet()) {
            TestChance.repeat(chapter.getKey());
            chapter.getValue().write(author);
        }

        List<Line> written = LogTables.entries();
        assertThat(written).hasSameSizeAs(released.entries());
        for (int i = 0; i < written.size(); i++) {
            JsonNode before = released.entries().get(i).json();
            JsonNode today = written.get(i).json();
            assertThat(isSaidBy(before, today))
                    .as("released: %s\nwritten today: %s", before, today)
                    .isTrue();
        }
        Map<String, List<String>> asItWrote = LogTables.projections();
        projections.rebuild();
        assertThat(LogTables.projections()).isEqualTo(asItWrote);
        assertThat(author.documents().keySet()).containsAll(released.blobs().keySet());
    }

    private static boolean isSaidBy(JsonNode before, JsonNode today) {
        return before.isObject()
                ? before.propertyStream()
                        .allMatch(member ->
                                today.has(member.getKey()) && isSaidBy(member.getValue(), today.get(member.getKey())))
                : before.equals(today);
    }

    /** The entries of one command have one moment. */
    private static List<List<Line>> commands(List<Line> entries) {
        List<List<Line>> commands = new ArrayList<>();
        String last = "";
        for (Line entry : entries) {
            String time = entry.json().get("time").asText();
            if (!time.equals(last)) {
                commands.add(new ArrayList<>());
            }
            commands.getLast().add(entry);
            last = time;
        }
        return commands;
    }

    private static List<String> feed() {
        List<String> pages = new ArrayList<>();
        String page = page("");
        while (!page.equals("[]")) {
            pages.add(page);
            page = get("/v1/feed?lastEventId=%012d".formatted(pages.size() * PAGE - 1))
                    .asString();
        }
        return pages;
    }

    private static String page(String query) {
        return new String(get("/v1/feed" + query).asByteArray(), StandardCharsets.UTF_8);
    }

    private static List<String> pages(List<Line> entries) {
        List<String> pages = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += PAGE) {
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            for (Line entry : entries.subList(from, Math.min(from + PAGE, entries.size()))) {
                page.writeBytes((page.size() == 0 ? "[" : ",\n").getBytes(StandardCharsets.UTF_8));
                page.writeBytes(entry.bytes());
            }
            page.write(']');
            pages.add(page.toString(StandardCharsets.UTF_8));
        }
        return pages;
    }
}
