package org.livelabel.label.label;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.UtcDay;
import org.livelabel.label.follower.FeedStatus;
import org.livelabel.label.lookup.Labels;
import org.livelabel.label.page.Replies;
import org.livelabel.label.projection.ProductRecord;
import org.livelabel.label.words.Words;

/** The label as data. */
@Path("/l/{code: [^/.]+}.json")
@PermitAll
@Blocking
public class LabelResource {
    private final Labels labels;
    private final LabelData data;
    private final FeedStatus feed;
    private final Replies replies;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final LabelCounter counter;

    LabelResource(
            Labels labels,
            LabelData data,
            FeedStatus feed,
            Replies replies,
            ObjectMapper mapper,
            Clock clock,
            LabelCounter counter) {
        this.labels = labels;
        this.data = data;
        this.feed = feed;
        this.replies = replies;
        this.mapper = mapper;
        this.clock = clock;
        this.counter = counter;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getLabel", summary = "The live label of a product, for programs")
    @APIResponse(
            responseCode = "200",
            description = "The label as it stands today (UTC); ETag and If-None-Match are supported",
            content = @Content(schema = @Schema(implementation = LabelResponse.class)))
    @APIResponse(responseCode = "308", description = "The code is spelled otherwise on the product")
    @APIResponse(responseCode = "404", description = "No label has this code (RFC 9457)")
    public Response get(@PathParam("code") @Nullable String code, @Context UriInfo uri, @Context Request request)
            throws JsonProcessingException {
        Instant now = clock.instant();
        ProductRecord product = labels.requireData(code, ".json", uri);
        LabelContext context = LabelContext.of(product, UtcDay.of(now), Words.english());
        LabelResponse label = data.of(context, feed.staleness().isPresent());
        counter.data();
        return replies.data(mapper.writeValueAsBytes(label), MediaType.APPLICATION_JSON, now, request);
    }
}
