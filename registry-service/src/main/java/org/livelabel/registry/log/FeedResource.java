package org.livelabel.registry.log;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.address.WholeAddress;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.ratelimit.ClientAddress;
import org.livelabel.registry.ratelimit.Places;
import org.livelabel.registry.ratelimit.Unmetered;
import org.livelabel.registry.wiring.RegistrySettings;

/** The log as a feed (HTTP Feeds; CloudEvents 1.0 JSON batch format). At-least-once; the id is the log index. */
@Unmetered
@Path("/v1/feed")
public class FeedResource {
    private static final long LONGEST_WAIT = 30_000;

    private final Feed feed;
    private final NewEntries newEntries;
    private final ClientAddress addresses;
    private final Places places;

    FeedResource(Feed feed, NewEntries newEntries, ClientAddress addresses, RegistrySettings settings) {
        this.feed = feed;
        this.newEntries = newEntries;
        this.addresses = addresses;
        places = new Places(settings.feed().waiting(), settings.feed().waitingForEach());
    }

    @GET
    @PermitAll
    @Blocking
    @Operation(
            operationId = "getFeed",
            summary = "Up to 256 entries after lastEventId, oldest first; from the start without it")
    public Uni<Response> get(
            @Parameter(description = "The id of the last entry you have seen: a log index")
                    @QueryParam("lastEventId")
                    @Nullable String lastEventId,
            @Parameter(description = "Milliseconds to wait for an entry if there is none, 30000 at most")
                    @QueryParam("timeout")
                    @Nullable String timeout,
            @Context HttpServerRequest request) {
        long last = lastEventId == null ? -1 : number("lastEventId", lastEventId, 999_999_999_999L);
        Duration wait = Duration.ofMillis(
                timeout == null ? 0 : Math.min(number("timeout", timeout, Integer.MAX_VALUE), LONGEST_WAIT));
        boolean unasked = wait.compareTo(NewEntries.LOOK_AGAIN) > 0 && newEntries.isWatchedFrom(last);
        FeedPage now = unasked ? FeedPage.EMPTY : feed.after(last);
        if (!now.isEmpty() || wait.isZero()) {
            return Uni.createFrom().item(response(last, now));
        }
        Places.Place place = places.take(addresses.counted(request));
        if (place == null) {
            throw Problem.withHeader(
                    ProblemType.BUSY,
                    "Too many readers wait for the next entry, or too many from your address. Ask without timeout.",
                    "Retry-After",
                    "30");
        }
        return newEntries.after(last, wait).onTermination().invoke(place::free).map(page -> response(last, page));
    }

    static Response response(long last, FeedPage page) {
        Response.ResponseBuilder response = Response.ok(page.batch(), "application/cloudevents-batch+json");
        if (page.isFull()) {
            response.header("Cache-Control", "public, max-age=31536000, immutable")
                    .header(
                            "Link",
                            "<%s>; rel=\"next\""
                                    .formatted(WholeAddress.of(
                                            "/v1/feed?lastEventId=%012d".formatted(last + FeedPage.FULL))));
        } else {
            response.header("Cache-Control", "no-store");
        }
        return response.build();
    }

    private static long number(String parameter, String text, long max) {
        if (!text.matches("[0-9]{1,12}") || Long.parseLong(text) > max) {
            throw Problem.at(ProblemType.INVALID_PARAMETER, parameter, "must be a whole number of at most 12 digits");
        }
        return Long.parseLong(text);
    }
}
