package org.livelabel.label.label;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.livelabel.label.LabelService.REGISTRY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.livelabel.label.follower.FeedStatus;

/** Labels as they are once everything published is on them. */
final class Pages {
    private Pages() {}

    /** Each page is also kept in target/pages, under its code and the entry it was made after, to be looked at. */
    static String page(FeedStatus feed, String code) {
        follow(feed);
        String page = given().get("/l/" + code).then().statusCode(200).extract().asString();
        try {
            Path folder = Files.createDirectories(Path.of("target", "pages"));
            Files.writeString(folder.resolve(code + "-" + feed.lastIndex() + ".html"), page);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return page;
    }

    static void follow(FeedStatus feed) {
        await("entry " + REGISTRY.lastIndex())
                .atMost(Duration.ofSeconds(30))
                .until(() -> feed.lastIndex() == REGISTRY.lastIndex() && feed.caughtUp());
    }
}
