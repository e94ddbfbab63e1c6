package org.livelabel.registry.support;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.caching.Cacheable;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.wiring.RegistrySettings;

/** Until when a product gets security updates: as a ledger, as a calendar, and in OpenEoX's terms. */
@Path("/v1/products/{id}")
public class SupportResource {
    private static final String CALENDAR = "text/calendar;charset=UTF-8";

    private final SupportReads reads;
    private final Cacheable cacheable;
    private final RegistrySettings settings;
    private final Day day;

    SupportResource(SupportReads reads, Cacheable cacheable, RegistrySettings settings, Day day) {
        this.reads = reads;
        this.cacheable = cacheable;
        this.settings = settings;
        this.day = day;
    }

    @GET
    @Path("support")
    @PermitAll
    @Operation(
            operationId = "getSupport",
            summary = "Every promise about the product's support, broken ones included, and what holds on a day")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SupportResponse.class)))
    public Response support(
            @PathParam("id") UUID id,
            @Parameter(description = "YYYY-MM-DD: what was public at the end of that UTC day")
                    @QueryParam("on")
                    @Nullable String on,
            @Context Request request) {
        return cacheable.answer(request, on == null ? reads.today(id) : reads.on(id, day.asked(on)));
    }

    @GET
    @Path("support.ics")
    @PermitAll
    @Operation(
            operationId = "getSupportCalendar",
            summary = "The end of security updates as a calendar to subscribe to (RFC 5545),"
                    + " with alarms 12, 6, 3 and 1 months before")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "text/calendar"))
    @APIResponse(responseCode = "409", description = "No day is stated, so a calendar has nothing to hold")
    public Response calendar(@PathParam("id") UUID id, @Context Request request) {
        ProductState product = reads.product(id);
        SupportCalendar calendar = new SupportCalendar(settings.origin(), settings.labelUrl());
        return cacheable.answer(request, calendar.of(product, reads.makerOf(product)), CALENDAR);
    }

    @GET
    @Path("openeox.json")
    @PermitAll
    @Operation(
            operationId = "getSupportOpenEox",
            summary = "The same as an OpenEoX Core 1.0 object; end dates are the last second of their UTC day")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "application/json"))
    @APIResponse(responseCode = "409", description = "OpenEoX Core cannot say what holds; the detail says why")
    public Response openEox(@PathParam("id") UUID id, @Context Request request) {
        return cacheable.answer(request, OpenEoxCore.of(reads.product(id).support()));
    }
}
