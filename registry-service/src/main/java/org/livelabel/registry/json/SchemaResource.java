package org.livelabel.registry.json;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.problem.ProblemType;

/** The JSON Schemas that bodies and the log's entries are checked against (JSON Schema 2020-12). */
@Path("/v1/schemas")
public class SchemaResource {
    private final Schemas schemas;

    SchemaResource(Schemas schemas) {
        this.schemas = schemas;
    }

    @GET
    @Path("{name}/{version}")
    @PermitAll
    @Operation(
            operationId = "getSchema",
            summary = "A JSON Schema: draft/1 of a body, or support.committed/1 of a type of entry")
    public Response get(@PathParam("name") String name, @PathParam("version") String version) {
        String text = schemas.text(name + "/" + version);
        if (text == null) {
            throw Problem.of(ProblemType.NOT_FOUND, "There is no schema " + name + "/" + version + ".");
        }
        return Response.ok(text, "application/schema+json")
                .header("Cache-Control", "public, max-age=3600")
                .build();
    }
}
