package org.livelabel.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import io.smallrye.openapi.runtime.OpenApiProcessor;
import io.smallrye.openapi.runtime.OpenApiStaticFile;
import io.smallrye.openapi.runtime.io.Format;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** The document as a tree: most of what is done to it is simpler there than on the model's beans. */
final class Model {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private Model() {}

    static ObjectNode tree(OpenAPI api) {
        String json = SmallRyeOpenAPI.builder()
                .withInitialModel(api)
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableStandardFilter(false)
                .enableAnnotationScan(false)
                .build()
                .toJSON();
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void replace(OpenAPI api, ObjectNode tree) {
        OpenAPI complete = OpenApiProcessor.modelFromStaticFile(new OpenApiStaticFile(
                new ByteArrayInputStream(tree.toString().getBytes(StandardCharsets.UTF_8)), Format.JSON));
        api.setComponents(complete.getComponents());
        api.setPaths(complete.getPaths());
        api.setServers(complete.getServers());
        api.setSecurity(complete.getSecurity());
        api.setTags(complete.getTags());
        api.setInfo(complete.getInfo());
    }
}
