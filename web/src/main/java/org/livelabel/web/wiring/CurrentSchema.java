package org.livelabel.web.wiring;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.flywaydb.core.Flyway;
import org.livelabel.migration.Schema;

/** Before anything else: the service does not start on a schema that lacks what it needs. */
@ApplicationScoped
class CurrentSchema {
    private final Flyway flyway;

    CurrentSchema(Flyway flyway) {
        this.flyway = flyway;
    }

    void require(@Observes @Priority(0) StartupEvent event) {
        Schema.hindrance(flyway, "web").ifPresent(hindrance -> {
            // of this kind only the message is shown, not where it came from
            throw new ConfigurationException(hindrance);
        });
    }
}
