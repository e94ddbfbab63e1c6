package org.livelabel.registry.log;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.caching.Cacheable;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.ratelimit.Unmetered;

/** The documents that publications name, by digest. What is here never changes, and is served so that no browser runs it. */
@Unmetered
@Path("/v1/blobs")
public class BlobResource {
    private final Documents documents;

    BlobResource(Documents documents) {
        this.documents = documents;
    }

    @GET
    @Path("{sha256}")
    @PermitAll
    @Transactional
    @Operation(operationId = "getBlob", summary = "A document, by the SHA-256 of its bytes in 64 hex digits")
    @APIResponse(responseCode = "200", description = "The bytes that have this digest")
    @APIResponse(responseCode = "451", description = "Withheld; `reason` in the problem document says on which ground")
    public Response get(@PathParam("sha256") String sha256, @Context Request request) {
        StoredDocument blob = documents.find(sha256);
        if (blob == null) {
            throw Problem.of(
                    ProblemType.NOT_FOUND,
                    "No publication names this document. Take the digest from an entry's data.document.sha256.");
        }
        if (blob.withheld() != null) {
            // RFC 7725
            throw Problem.with(
                    ProblemType.WITHHELD,
                    "The law keeps us from showing this document. That it was published, and when, stays in the log.",
                    "reason",
                    blob.withheld());
        }
        EntityTag tag = new EntityTag(sha256);
        Response.ResponseBuilder response = Cacheable.unlessKnown(request, tag);
        if (response == null) {
            response = Response.ok(blob.bytes(), contentType(blob))
                    .header(
                            "Content-Disposition",
                            "attachment; filename=\"" + sha256.substring(0, 16) + ending(blob) + "\"")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "sandbox; default-src 'none'");
        }
        return response.tag(tag)
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .build();
    }

    private static String contentType(StoredDocument blob) {
        return blob.mediaType().startsWith("text/") ? blob.mediaType() + ";charset=UTF-8" : blob.mediaType();
    }

    private static String ending(StoredDocument blob) {
        return switch (blob.mediaType()) {
            case "text/html" -> ".html";
            case "text/markdown" -> ".md";
            case "text/plain" -> ".txt";
            default -> ".json";
        };
    }
}
