package org.livelabel.label.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.livelabel.label.lookup.LabelCode;
import org.livelabel.label.page.Replies;
import org.livelabel.label.page.Shell;
import org.livelabel.label.page.Shells;
import org.livelabel.label.wiring.LabelSettings;

/** The start page, which takes a number or a code, and the page on how answers are marked. */
@Path("/")
@PermitAll
@Blocking
public class HomePages {
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance home(Shell shell, boolean again, @Nullable String catalogue);

        static native TemplateInstance how(Shell shell, List<FactRules> facts);
    }

    @Inject
    Shells shells;

    @Inject
    Replies replies;

    @Inject
    LabelSettings settings;

    @GET
    @Produces("text/html;charset=UTF-8")
    @Operation(hidden = true)
    public Response home(
            @Parameter(description = "A barcode number or a label code") @QueryParam("q") @Nullable String typed,
            @Context UriInfo uri,
            @Context Request request) {
        if (typed == null || typed.isBlank()) {
            // an empty field that was sent is no parameter to the framework
            boolean again = uri.getQueryParameters().containsKey("q");
            String catalogue = settings.webUrl().map(Object::toString).orElse(null);
            Shell shell = shells.shell();
            return replies.page(Templates.home(shell, again, catalogue), shell.now(), request);
        }
        return Response.status(303).header("Location", target(typed)).build();
    }

    @GET
    @Path("how")
    @Produces("text/html;charset=UTF-8")
    @Operation(operationId = "getHowPage", summary = "How the six facts follow from what a maker filed, in plain words")
    public Response how(@Context Request request) {
        Shell shell = shells.shell();
        return replies.page(Templates.how(shell, FactRules.all(shell.words())), shell.now(), request);
    }

    /** What is all digits and not as long as a label code is meant as a barcode number. */
    static String target(String typed) {
        String packed = typed.replaceAll("[-\\s]", "");
        boolean number = packed.matches("[0-9]+") && packed.length() != 9;
        return number ? "/01/" + packed : "/l/" + URLEncoder.encode(LabelCode.canonical(typed), StandardCharsets.UTF_8);
    }
}
