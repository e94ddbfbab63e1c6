package org.livelabel.registry.finding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.registry.json.Schemas;

/** The types of data that a disclosure can name, as its published schema lists them. */
@ApplicationScoped
public class DataTypes {
    private final List<String> names = new ArrayList<>();

    DataTypes(Schemas schemas) {
        StrictJson.parse(Objects.requireNonNull(schemas.text("disclosure/1")))
                .at("/$defs/practice/properties/data_type/enum")
                .forEach(name -> names.add(name.asText()));
        if (names.isEmpty()) {
            throw new IllegalStateException("the schema disclosure/1 lists no data types");
        }
    }

    public List<String> names() {
        return List.copyOf(names);
    }

    List<String> andNone() {
        List<String> all = new ArrayList<>(names);
        all.add("none");
        return all;
    }
}
