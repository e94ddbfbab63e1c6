package org.livelabel.registry.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Puts answers that a test once got into the API's description; a test fails when they no longer look like that. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Examples implements OASFilter {
    private static final String JSON = "application/json";

    private final Map<String, Object> byOperation;

    public Examples() {
        try (InputStream in = Examples.class.getResourceAsStream("/api-examples.json")) {
            byOperation = new ObjectMapper()
                    .readValue(Objects.requireNonNull(in, "api-examples.json"), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Operation filterOperation(Operation operation) {
        Object example = byOperation.get(operation.getOperationId());
        APIResponse answer = operation.getResponses() == null
                ? null
                : operation.getResponses().getAPIResponse("200");
        if (example != null && answer != null) {
            if (answer.getContent() == null) {
                answer.setContent(OASFactory.createContent());
            }
            var media = answer.getContent().getMediaType(JSON);
            if (media == null) {
                media = OASFactory.createMediaType();
                answer.getContent().addMediaType(JSON, media);
            }
            media.setExample(example);
        }
        return operation;
    }
}
