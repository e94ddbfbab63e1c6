package org.livelabel.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Files that lie in the service's build. */
final class Resources {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Resources() {}

    static @Nullable JsonNode json(Class<?> service, String name) {
        return read(service, name, Model.MAPPER);
    }

    static @Nullable JsonNode yaml(Class<?> service, String name) {
        return read(service, name, YAML);
    }

    private static @Nullable JsonNode read(Class<?> service, String name, ObjectMapper mapper) {
        try (InputStream in = service.getResourceAsStream(name)) {
            return in == null ? null : mapper.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
