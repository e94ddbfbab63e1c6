package org.livelabel.registry.exports;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.caching.AsOfIndex;
import org.livelabel.registry.caching.Cacheable;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.ratelimit.ClientAddress;
import org.livelabel.registry.ratelimit.Places;
import org.livelabel.registry.ratelimit.Unmetered;
import org.livelabel.registry.wiring.RegistrySettings;

/** All products in one file. */
@Unmetered
@Path("/v1/export/products.ndjson.gz")
public class ExportResource {
    private static final String GZIP = "application/gzip";
    /** Each holds a snapshot of the database and most of a processor. */
    private static final int AT_ONCE = 2;
    /** So that one address cannot keep all others from it. */
    private static final int FOR_EACH = 1;

    private final ProductExport export;
    private final PublicationLog log;
    private final Cacheable cacheable;
    private final Day day;
    private final ClientAddress addresses;
    private final CurrentVertxRequest current;
    private final Vertx vertx;
    private final RegistrySettings settings;

    final Places places = new Places(AT_ONCE, FOR_EACH);

    ExportResource(
            ProductExport export,
            PublicationLog log,
            Cacheable cacheable,
            Day day,
            ClientAddress addresses,
            CurrentVertxRequest current,
            Vertx vertx,
            RegistrySettings settings) {
        this.export = export;
        this.log = log;
        this.cacheable = cacheable;
        this.day = day;
        this.addresses = addresses;
        this.current = current;
        this.vertx = vertx;
        this.settings = settings;
    }

    @GET
    @PermitAll
    @Transactional
    @Operation(
            operationId = "exportProducts",
            summary =
                    "All published products, one JSON object per line, gzip. The first line says of which index of the "
                            + "log and for which UTC day; the last one is {\"end\":true,\"count\":n}, and without it the download "
                            + "was cut off. Follow /v1/feed?lastEventId= from that index to stay up to date")
    @APIResponse(
            responseCode = "200",
            headers =
                    @Header(
                            name = AsOfIndex.HEADER,
                            description = "The last entry of the log that the file contains",
                            schema = @Schema(type = SchemaType.INTEGER)),
            content = @Content(mediaType = GZIP))
    public Response get(@Context Request request) {
        LocalDate today = day.today();
        Response.ResponseBuilder known = Cacheable.unlessKnown(request, tag(lastIndex(), today));
        if (known != null) {
            return known.tag(tag(lastIndex(), today))
                    .header("Cache-Control", cacheable.freshness())
                    .build();
        }
        RoutingContext asked = current.getCurrent();
        Places.Place place = places.take(addresses.counted(asked.request()));
        if (place == null) {
            throw Problem.withHeader(
                    ProblemType.BUSY,
                    "Other downloads of the whole registry are running, or one from your address.",
                    "Retry-After",
                    "60");
        }
        // the snapshot decides what this is an export of, so its headers are written when it is taken
        Download download = new Download(
                place,
                asked,
                vertx,
                settings.export().patience(),
                out -> export.write(out, today, index -> asked.response()
                        .putHeader(AsOfIndex.HEADER, Long.toString(index))
                        .putHeader("ETag", "\"" + tag(index, today).getValue() + "\"")));
        return shaped(today).entity(download).build();
    }

    @HEAD
    @PermitAll
    @Transactional
    @Operation(hidden = true)
    public Response head() {
        LocalDate today = day.today();
        long index = lastIndex();
        return shaped(today)
                .tag(tag(index, today))
                .header(AsOfIndex.HEADER, index)
                .build();
    }

    private Response.ResponseBuilder shaped(LocalDate today) {
        return Response.ok()
                .type(GZIP)
                .header("Content-Disposition", "attachment; filename=\"products-" + today + ".ndjson.gz\"")
                .header("Cache-Control", cacheable.freshness());
    }

    private long lastIndex() {
        return log.lastIndex();
    }

    private static EntityTag tag(long index, LocalDate day) {
        return new EntityTag(index + "-" + day);
    }
}
