package org.livelabel.label.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.livelabel.gs1.Gtin;
import org.livelabel.gs1.InvalidGtinException;
import org.livelabel.label.lookup.Labels;
import org.livelabel.label.page.Refusal;
import org.livelabel.label.page.RefusedException;
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

    private final Shells shells;
    private final Labels labels;
    private final Replies replies;
    private final LabelSettings settings;

    HomePages(Shells shells, Labels labels, Replies replies, LabelSettings settings) {
        this.shells = shells;
        this.labels = labels;
        this.replies = replies;
        this.settings = settings;
    }

    @GET
    @Produces("text/html;charset=UTF-8")
    @Operation(hidden = true)
    public Response home(
            @Parameter(description = "A barcode number or a label code") @QueryParam("q") List<String> q,
            @Context UriInfo uri,
            @Context Request request) {
        if (q.size() > 1) {
            throw RefusedException.of(Refusal.invalidParameter("q", "is there more than once; write it once"));
        }
        String typed = q.isEmpty() ? "" : q.getFirst();
        if (typed.isBlank()) {
            // an empty field that was sent is no parameter to the framework
            boolean again = uri.getQueryParameters().containsKey("q");
            String catalogue = settings.webUrl().map(Object::toString).orElse(null);
            Shell shell = shells.shell();
            return replies.page(Templates.home(shell, again, catalogue), shell.now(), request);
        }
        return Response.status(303).header("Location", address(typed)).build();
    }

    @GET
    @Path("how")
    @Produces("text/html;charset=UTF-8")
    @Operation(operationId = "getHowPage", summary = "How the six facts follow from what a maker filed, in plain words")
    public Response how(@Context Request request) {
        Shell shell = shells.shell();
        return replies.page(Templates.how(shell, FactRules.all(shell.words())), shell.now(), request);
    }

    /**
     * Of the label that somebody means. What is all digits and not as long as a label code is meant as a barcode number. What leads
     * nowhere is answered here, where it stays in the field as it was typed.
     */
    private String address(String typed) {
        String packed = typed.replaceAll("[-\\s]", "");
        boolean number = packed.matches("[0-9]+") && packed.length() != 9;
        if (!number) {
            return "/l/" + labels.requireTyped(typed);
        }
        try {
            labels.requireCode(Gtin.parse(packed));
            return "/01/" + packed;
        } catch (InvalidGtinException e) {
            throw RefusedException.of(Refusal.invalidGtin(400, packed, e.reason()))
                    .keeping(typed);
        } catch (RefusedException e) {
            throw e.keeping(typed);
        }
    }
}
