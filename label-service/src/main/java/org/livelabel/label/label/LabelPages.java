package org.livelabel.label.label;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.livelabel.label.lookup.Labels;
import org.livelabel.label.page.Replies;
import org.livelabel.label.page.Shell;
import org.livelabel.label.page.Shells;
import org.livelabel.label.projection.ProductRecord;
import org.livelabel.label.wiring.LabelSettings;

/** The label as a page. */
@Path("/l/{code: [^/.]+}")
@PermitAll
@Blocking
public class LabelPages {
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance label(Shell shell, LabelView view, String address, String newest);
    }

    private final Labels labels;
    private final LabelComposer composer;
    private final Shells shells;
    private final Replies replies;
    private final LabelSettings settings;
    private final LabelCounter counter;

    LabelPages(
            Labels labels,
            LabelComposer composer,
            Shells shells,
            Replies replies,
            LabelSettings settings,
            LabelCounter counter) {
        this.labels = labels;
        this.composer = composer;
        this.shells = shells;
        this.replies = replies;
        this.settings = settings;
        this.counter = counter;
    }

    @GET
    @Produces("text/html;charset=UTF-8")
    @Operation(operationId = "getLabelPage", summary = "The live label of a product, for people")
    @APIResponse(responseCode = "200", description = "The label as it stands today (UTC)")
    @APIResponse(responseCode = "308", description = "The code is spelled otherwise on the product")
    @APIResponse(responseCode = "404", description = "No label has this code")
    public Response get(
            @Parameter(description = "The label code; case, hyphens and look-alikes do not matter")
                    @PathParam("code")
                    @Nullable String code,
            @Context UriInfo uri,
            @Context Request request) {
        ProductRecord product = labels.require(code, "", uri);
        Shell shell = shells.shell();
        LabelView view = composer.view(LabelContext.of(product, shell.today(), shell.words()));
        String address = settings.publicUrl().toString().replaceAll("/$", "") + "/l/" + product.labelCode();
        counter.page();
        return replies.page(
                Templates.label(shell, view, address, shell.words().say("page.print", address)), shell.now(), request);
    }
}
