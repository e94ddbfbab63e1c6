package org.livelabel.registry.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.draft.DraftAccess;
import org.livelabel.registry.draft.DraftResource;
import org.livelabel.registry.json.Schemas;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.publishing.Actor;

/** The time at which a draft is to be published, for a launch that nobody wants to sit up for. */
@Path("/v1/products/{id}/draft/schedule")
@Authenticated
public class ScheduleResource {
    private final DraftAccess access;
    private final Scheduling scheduling;
    private final Schemas schemas;

    ScheduleResource(DraftAccess access, Scheduling scheduling, Schemas schemas) {
        this.access = access;
        this.scheduling = scheduling;
        this.schemas = schemas;
    }

    @GET
    @Operation(operationId = "getSchedule", summary = "The time that is set, and how the last one ended")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ScheduleView.class)))
    public Response get(@PathParam("id") UUID id) {
        access.requireReader(id);
        Schedule schedule = scheduling
                .find(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "No time is set for this draft."));
        return answer(schedule);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "schedulePublication",
            summary =
                    "Sets or changes the time at which the draft is published as it stands now. Two factors within 15 minutes")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ScheduleView.class)))
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "/v1/schemas/schedule/1")))
                    InputStream body) {
        Actor publisher = Actor.publisher(() -> access.requirePublisher(id));
        JsonNode request = StrictJson.read(body);
        schemas.require("schedule/1", request);
        Instant publishAt =
                OffsetDateTime.parse(request.get("publish_at").asText()).toInstant();
        return answer(scheduling.set(publisher, id, publishAt, DraftResource.version(ifMatch)));
    }

    @DELETE
    @Operation(
            operationId = "cancelPublication",
            summary = "Cancels it before its time. Editors may: stopping a mistake needs no fresh factors")
    @APIResponse(responseCode = "204", description = "Cancelled; the draft stays")
    public void delete(@PathParam("id") UUID id) {
        scheduling.cancel(Actor.editor(() -> access.requireEditor(id)), id);
    }

    private static Response answer(Schedule schedule) {
        return Response.ok(
                        new ScheduleView(
                                schedule.state,
                                schedule.publishAt,
                                schedule.draftVersion,
                                schedule.scheduledAt,
                                schedule.failure),
                        MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }

    /**
     * @param draftVersion the version of the draft that is published, whatever is written into it later
     * @param failure why nothing was published
     */
    @Schema(name = "Schedule")
    record ScheduleView(
            @Schema(enumeration = {"waiting", "published", "failed"})
            String state,

            Instant publishAt,
            int draftVersion,
            Instant scheduledAt,
            @Nullable String failure) {}
}
