package org.livelabel.label.resolver;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.livelabel.gs1.DigitalLink;
import org.livelabel.gs1.Gtin;
import org.livelabel.gs1.InvalidDigitalLinkException;
import org.livelabel.gs1.InvalidGtinException;
import org.livelabel.label.lookup.Labels;
import org.livelabel.label.page.Refusal;
import org.livelabel.label.page.RefusedException;
import org.livelabel.label.page.Replies;

/**
 * The GS1 Digital Link resolver. An address that a code holds never is the label itself: it always redirects, so that the
 * label can move while the code on the product stays (GS1-conformant resolver standard).
 */
@Path("/01")
@PermitAll
@Blocking
public class ResolverResource {
    private static final String METHODS = "GET, HEAD, OPTIONS";

    private final Labels labels;
    private final Clock clock;
    private final ResolutionCounter resolutions;

    ResolverResource(Labels labels, Clock clock, ResolutionCounter resolutions) {
        this.labels = labels;
        this.clock = clock;
        this.resolutions = resolutions;
    }

    @GET
    @Path("{gtin}")
    @Operation(operationId = "resolveGtin", summary = "Leads from the number in a barcode to the live label")
    @APIResponse(responseCode = "307", description = "To the label; the query string is handed on")
    @APIResponse(responseCode = "400", description = "Not a GTIN")
    @APIResponse(responseCode = "404", description = "No product with this number is listed")
    public Response get(
            @Parameter(description = "8, 12, 13 or 14 digits") @PathParam("gtin") String gtin,
            @Context HttpServerRequest request,
            @Context UriInfo uri) {
        return redirect(linked(gtin, request), uri);
    }

    @GET
    @Path("{gtin}/{qualifiers: .*}")
    @Operation(operationId = "resolveQualifiedGtin", summary = "The same for one unit: the label is its product's")
    @APIResponse(responseCode = "307", description = "To the label; the query string is handed on")
    @APIResponse(responseCode = "400", description = "Not a GTIN, or an address that GS1 Digital Link does not know")
    @APIResponse(responseCode = "404", description = "No product with this number is listed")
    public Response getQualified(
            @Parameter(description = "8, 12, 13 or 14 digits") @PathParam("gtin") String gtin,
            @Parameter(
                            description =
                                    "Variant (22), batch (10) and serial number (21), or a third party's serial number (235), each followed "
                                            + "by its value")
                    @PathParam("qualifiers")
                    String qualifiers,
            @Context HttpServerRequest request,
            @Context UriInfo uri) {
        return redirect(linked(gtin, request), uri);
    }

    /** What neither of them takes: an address with nothing between its first two slashes. */
    @GET
    @Path("{rest: /.*}")
    @Operation(hidden = true)
    public Response getOdd() {
        resolutions.invalid();
        throw RefusedException.of(Refusal.invalidPath("holds two slashes with nothing between them"));
    }

    /** Answered here and not by a filter: conformance tests read methods and CORS from this answer. */
    @OPTIONS
    @Path("{gtin}")
    @Operation(hidden = true)
    public Response options() {
        return Response.noContent()
                .header("Allow", METHODS)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", METHODS)
                .header("Access-Control-Allow-Headers", "Accept, Accept-Language")
                .build();
    }

    @OPTIONS
    @Path("{gtin}/{qualifiers: .*}")
    @Operation(hidden = true)
    public Response optionsOfQualified() {
        return options();
    }

    private Response redirect(Gtin gtin, UriInfo uri) {
        String code = code(gtin);
        resolutions.redirected();
        return Response.status(307)
                .header("Location", Labels.withQuery("/l/" + code, uri))
                .header("Cache-Control", Replies.cacheControl(clock.instant()))
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    private String code(Gtin gtin) {
        try {
            return labels.requireCode(gtin);
        } catch (RefusedException e) {
            resolutions.notFound();
            throw e;
        }
    }

    /**
     * Reads the address as it was sent: a batch or a serial number may hold a slash, written %2F, and the framework forgives what
     * this must not, such as an escaped key, a doubled slash, or what stands behind a semicolon.
     *
     * @param number as the framework read it, for the words
     */
    private Gtin linked(String number, HttpServerRequest request) {
        try {
            Gtin.parse(number);
            return DigitalLink.parse(Objects.requireNonNullElse(request.path(), ""))
                    .gtin();
        } catch (InvalidGtinException e) {
            resolutions.invalid();
            throw RefusedException.of(Refusal.invalidGtin(400, number, e.reason()));
        } catch (InvalidDigitalLinkException e) {
            resolutions.invalid();
            throw RefusedException.of(Refusal.invalidPath(e.reason()));
        }
    }
}
