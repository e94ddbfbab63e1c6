package org.livelabel.registry.problempage;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.livelabel.registry.problem.Problem;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.ratelimit.Unmetered;

/** A page for each type of problem (RFC 9457, 3.1.1: a type that is an address should lead to words for people). */
@Unmetered
@Path("/problems")
@PermitAll
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
public class ProblemPages {
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(List<ProblemView> problems);

        static native TemplateInstance one(ProblemView problem);
    }

    /** @param slug the last part of the type's address */
    public record ProblemView(String slug, URI type, String title, int status, String means, String remedy) {}

    @Inject
    ProblemTexts texts;

    @GET
    @Operation(hidden = true)
    public Response list() {
        return page(Templates.list(
                Arrays.stream(ProblemType.values()).map(this::view).toList()));
    }

    @GET
    @Path("{slug}")
    @Operation(hidden = true)
    public Response one(@PathParam("slug") String slug) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.slug().equals(slug))
                .findFirst()
                .map(type -> page(Templates.one(view(type))))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "No problem is called so; /problems lists them."));
    }

    private ProblemView view(ProblemType type) {
        ProblemTexts.Text text = texts.of(type);
        return new ProblemView(type.slug(), type.uri(), type.title(), type.status(), text.means(), text.remedy());
    }

    private static Response page(TemplateInstance page) {
        return Response.ok(page)
                .header("Cache-Control", "public, max-age=3600")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
