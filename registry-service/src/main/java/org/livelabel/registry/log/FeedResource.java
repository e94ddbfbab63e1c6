package org.livelabel.registry.log;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.problem.Problem;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.ratelimit.Unmetered;

/** The log as a feed (HTTP Feeds; CloudEvents 1.0 JSON batch format). At-least-once; the id is the log index. */
@Unmetered
@Path("/v1/feed")
public class FeedResource {
    static final int PAGE = 256;
    private static final long LONGEST_WAIT = 30_000;
    /** Publications of another replica are not announced here; this is how late they may be seen. */
    private static final long LOOK_AGAIN = 500;

    @Inject
    Feed feed;

    @Inject
    NewEntries newEntries;

    @GET
    @PermitAll
    @RunOnVirtualThread
    @Operation(
            operationId = "getFeed",
            summary = "Up to 256 entries after lastEventId, oldest first; from the start without it")
    public Response get(
            @Parameter(description = "The id of the last entry you have seen: a log index")
                    @QueryParam("lastEventId")
                    @Nullable String lastEventId,
            @Parameter(description = "Milliseconds to wait for an entry if there is none, 30000 at most")
                    @QueryParam("timeout")
                    @Nullable String timeout)
            throws InterruptedException {
        long last = lastEventId == null ? -1 : number("lastEventId", lastEventId, 999_999_999_999L);
        long wait = timeout == null ? 0 : Math.min(number("timeout", timeout, Integer.MAX_VALUE), LONGEST_WAIT);
        long seen = newEntries.announcements();
        List<byte[]> events = feed.after(last, PAGE);
        while (events.isEmpty() && wait > 0) {
            long step = Math.min(wait, LOOK_AGAIN);
            newEntries.await(seen, step);
            wait -= step;
            seen = newEntries.announcements();
            events = feed.after(last, PAGE);
        }
        Response.ResponseBuilder response = Response.ok(batch(events), "application/cloudevents-batch+json");
        if (events.size() == PAGE) {
            // a full page never changes: entries are neither edited nor inserted
            response.header("Cache-Control", "public, max-age=31536000, immutable")
                    .header("Link", "</v1/feed?lastEventId=%012d>; rel=\"next\"".formatted(last + PAGE));
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

    /** The stored bytes, joined: nothing is written again. */
    private static byte[] batch(List<byte[]> events) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write('[');
        for (int i = 0; i < events.size(); i++) {
            if (i > 0) {
                out.write(',');
                out.write('\n');
            }
            out.writeBytes(events.get(i));
        }
        out.write(']');
        return out.toByteArray();
    }
}
