package org.livelabel.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Files that lie in the service's build. */
final class Resources {
    private Resources() {}

    static @Nullable JsonNode json(Class<?> service, String name) {
        try (InputStream in = service.getResourceAsStream(name)) {
            return in == null ? null : Model.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** With anchors: what several fields say alike is written once. */
    static @Nullable JsonNode yaml(Class<?> service, String name) {
        try (InputStream in = service.getResourceAsStream(name)) {
            Object tree = in == null ? null : new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return tree == null ? null : Model.MAPPER.valueToTree(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
