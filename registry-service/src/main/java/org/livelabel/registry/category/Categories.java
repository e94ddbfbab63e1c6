package org.livelabel.registry.category;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** What a product can be. The list grows by a new version; ids are never reused. */
@ApplicationScoped
public class Categories {
    private final Catalogue catalogue;

    Categories(ObjectMapper mapper) {
        try (InputStream in = Categories.class.getResourceAsStream("/categories-1.json")) {
            catalogue = mapper.readValue(Objects.requireNonNull(in, "categories-1.json"), Catalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public boolean hasCategory(String id) {
        return catalogue.categories().stream().anyMatch(c -> c.id().equals(id));
    }

    public boolean hasDeviceGroup(String id) {
        return catalogue.deviceGroups().stream().anyMatch(g -> g.id().equals(id));
    }

    public record Catalogue(String version, List<DeviceGroup> deviceGroups, List<Category> categories) {}

    public record DeviceGroup(String id, String title) {}

    public record Category(String id, String title, String plural) {}
}
