package org.livelabel.registry.released;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.livelabel.gates.released.ReleasedLog;
import org.livelabel.gates.released.ReleasedLog.Line;
import org.livelabel.registry.log.ProjectionRebuild;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.TestChance;
import org.livelabel.registry.testing.TestClock;

/**
 * Adds the chapters to {@code api/log} that are not there yet, after all that is there. Run by name only:
 * {@code ./mvnw -pl registry-service -am test -Dtest=LogMaker -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class LogMaker {
    @Inject
    ProjectionRebuild projections;

    @Inject
    Supplier<UUID> ids;

    @AfterEach
    void leaveAnEmptyLog() throws Exception {
        TestClock.reset();
        TestChance.reset();
        LogTables.empty();
    }

    @Test
    void addsWhatIsNew() throws Exception {
        ReleasedLog log = ReleasedLog.ofThisRepository();
        Set<String> there =
                log.chapters().stream().map(ReleasedLog.Chapter::name).collect(Collectors.toSet());
        LogTables.empty();
        LogTables.add(log.entries(), log.blobs());
        projections.rebuild();
        LogTables.makeDrafts();

        for (Map.Entry<String, Chapters.Chapter> chapter : Chapters.all().entrySet()) {
            if (!there.contains(chapter.getKey())) {
                int before = LogTables.entries().size();
                Author author = new Author(projections, ids);
                TestChance.repeat(chapter.getKey());
                chapter.getValue().write(author);
                List<Line> all = LogTables.entries();
                log.append(chapter.getKey(), all.subList(before, all.size()), author.documents());
            }
        }
    }
}
