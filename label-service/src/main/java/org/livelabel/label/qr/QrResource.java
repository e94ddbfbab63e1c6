package org.livelabel.label.qr;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.livelabel.gs1.DigitalLink;
import org.livelabel.gs1.Gtin;
import org.livelabel.gs1.InvalidGtinException;
import org.livelabel.label.lookup.Labels;
import org.livelabel.label.page.Refusal;
import org.livelabel.label.page.RefusedException;
import org.livelabel.label.page.Replies;
import org.livelabel.label.projection.ProductRecord;
import org.livelabel.label.wiring.LabelSettings;
import org.livelabel.label.words.Words;

/** The QR code of a label: a GS1 Digital Link of a number of the product, or its short address if it has none. */
@Path("/l/{code: [^/.]+}")
@PermitAll
@Blocking
public class QrResource {
    private static final int LARGEST_MODULE = 40;

    private final Labels labels;
    private final Replies replies;
    private final LabelSettings settings;
    private final Clock clock;
    private final QrCounter counter;

    QrResource(Labels labels, Replies replies, LabelSettings settings, Clock clock, QrCounter counter) {
        this.labels = labels;
        this.replies = replies;
        this.settings = settings;
        this.clock = clock;
        this.counter = counter;
    }

    @GET
    @Path("qr.svg")
    @Produces("image/svg+xml")
    @Operation(operationId = "getQrSvg", summary = "The QR code as SVG, quiet zone included")
    @APIResponse(responseCode = "200", description = "One user unit is one module")
    @APIResponse(responseCode = "404", description = "No such label, or the number is another product's (RFC 9457)")
    public Response svg(
            @PathParam("code") @Nullable String code,
            @Parameter(description = "Another number of the product than its first") @QueryParam("gtin") @Nullable String gtin,
            @Context UriInfo uri,
            @Context Request request) {
        String target = target(labels.requireData(code, "/qr.svg", uri), gtin).toString();
        byte[] svg = QrSvg.of(QrCode.of(target), Words.english().say("qr.title", target));
        counter.svg();
        return replies.data(svg, "image/svg+xml", clock.instant(), request);
    }

    @GET
    @Path("qr.png")
    @Produces("image/png")
    @Operation(operationId = "getQrPng", summary = "The QR code as PNG, quiet zone included")
    @APIResponse(responseCode = "200", description = "One bit a pixel")
    @APIResponse(responseCode = "404", description = "No such label, or the number is another product's (RFC 9457)")
    public Response png(
            @PathParam("code") @Nullable String code,
            @Parameter(description = "Another number of the product than its first") @QueryParam("gtin") @Nullable String gtin,
            @Parameter(description = "Pixels of one module's side, 1 to 40; 10 if absent") @QueryParam("size") @Nullable String size,
            @Context UriInfo uri,
            @Context Request request) {
        ProductRecord product = labels.requireData(code, "/qr.png", uri);
        byte[] png = QrPng.of(QrCode.of(target(product, gtin).toString()), pixels(size));
        counter.png();
        return replies.data(png, "image/png", clock.instant(), request);
    }

    private URI target(ProductRecord product, @Nullable String gtin) {
        if (gtin != null) {
            return DigitalLink.of(settings.publicUrl(), ownNumber(product, gtin));
        }
        return product.gtins().isEmpty()
                ? URI.create(settings.publicUrl().toString().replaceAll("/$", "") + "/l/" + product.labelCode())
                : DigitalLink.of(settings.publicUrl(), product.gtins().getFirst());
    }

    private static Gtin ownNumber(ProductRecord product, String text) {
        try {
            Gtin gtin = Gtin.parse(text);
            if (!product.gtins().contains(gtin)) {
                throw RefusedException.ofData(Refusal.gtinNotOfProduct(text));
            }
            return gtin;
        } catch (InvalidGtinException e) {
            throw RefusedException.ofData(Refusal.invalidGtin(400, text, e.reason()));
        }
    }

    private static int pixels(@Nullable String size) {
        if (size == null) {
            return 10;
        }
        if (!size.matches("[0-9]{1,3}") || Integer.parseInt(size) < 1 || Integer.parseInt(size) > LARGEST_MODULE) {
            throw RefusedException.ofData(
                    Refusal.invalidParameter("size", "must be a whole number from 1 to " + LARGEST_MODULE));
        }
        return Integer.parseInt(size);
    }
}
