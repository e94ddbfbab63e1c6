package org.livelabel.label;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.livelabel.postgres.Database;

/** What the service needs to run in tests: a real PostgreSQL and a registry with a feed. Started once. */
public final class LabelService implements QuarkusTestResourceLifecycleManager {
    public static final TestRegistry REGISTRY = new TestRegistry();

    @Override
    public Map<String, String> start() {
        REGISTRY.reset();
        Database database = Database.forTests("label");
        return Map.of(
                "livelabel.public-url",
                "https://livelabel.example",
                "livelabel.registry-url",
                REGISTRY.address().toString(),
                "livelabel.web-url",
                "https://www.livelabel.example",
                "livelabel.feed.long-poll",
                "2S",
                "livelabel.feed.longest-pause",
                "PT0.2S",
                "livelabel.database.url",
                database.jdbcUrl(),
                "quarkus.flyway.username",
                database.owner().user(),
                "quarkus.flyway.password",
                database.owner().password(),
                "livelabel.database.user",
                database.application().user(),
                "livelabel.database.password",
                database.application().password());
    }

    @Override
    public void stop() {
        // the registry is that of the next start too, and the database ends with its server
    }
}
