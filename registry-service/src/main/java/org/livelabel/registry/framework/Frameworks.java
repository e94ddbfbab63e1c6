package org.livelabel.registry.framework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The catalogue: the frameworks that {@code frameworks/index.json} names. One more is one more file and one more name. */
@ApplicationScoped
public class Frameworks {
    private static final String FOLDER = "/frameworks/";

    private final List<Framework> all;
    private final Map<String, Framework.Criterion> criteria;

    Frameworks(ObjectMapper mapper) {
        all = StreamSupport.stream(read(mapper, "index.json").spliterator(), false)
                .map(file -> CatalogueReader.framework(read(mapper, file.asText())))
                .toList();
        criteria = all.stream()
                .flatMap(framework -> framework.criteria().stream())
                .collect(Collectors.toUnmodifiableMap(Framework.Criterion::id, Function.identity()));
    }

    public List<Framework> all() {
        return all;
    }

    public Optional<Framework> find(String id) {
        return all.stream().filter(framework -> framework.id().equals(id)).findFirst();
    }

    /** A criterion's id is its own in the whole catalogue. */
    public Optional<Framework.Criterion> criterion(String id) {
        return Optional.ofNullable(criteria.get(id));
    }

    static JsonNode read(ObjectMapper mapper, String file) {
        try (InputStream in = Frameworks.class.getResourceAsStream(FOLDER + file)) {
            return mapper.readTree(Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
