package org.livelabel.registry.testing;

import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;

/** What the workers in the background make of a file. */
public final class Imports {
    private Imports() {}

    /** Its status once every line is done; a minute without that is a failure, which shows the status it had. */
    public static Response finished(Maker maker, String address) {
        return await("the import is finished")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> new Shown(maker.asked().get(address)), shown -> "finished"
                        .equals(shown.response().path("state")))
                .response();
    }

    /** What the failure of a wait prints. */
    private record Shown(Response response) {
        @Override
        public String toString() {
            return response.asString();
        }
    }
}
