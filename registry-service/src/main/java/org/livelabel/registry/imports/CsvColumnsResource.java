package org.livelabel.registry.imports;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.livelabel.registry.caching.Cacheable;

/** What the columns of a CSV import mean. */
@Path("/v1/imports/csv-columns")
public class CsvColumnsResource {
    private final Cacheable cacheable;

    CsvColumnsResource(Cacheable cacheable) {
        this.cacheable = cacheable;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listCsvColumns",
            summary = "The columns that a CSV import may have, and what of import-row/1 each of them fills")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CsvColumns.class)))
    public Response list(@Context Request request) {
        return cacheable.answer(
                request,
                new CsvColumns(Arrays.stream(CsvColumn.values())
                        .map(CsvColumn::describe)
                        .toList()));
    }

    @Schema(name = "CsvColumns")
    record CsvColumns(List<CsvColumn.Description> columns) {}
}
