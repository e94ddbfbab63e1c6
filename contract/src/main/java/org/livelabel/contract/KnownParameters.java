package org.livelabel.contract;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The query parameters that a resource's methods declare. What they do not declare is refused: a misspelt filter would
 * otherwise answer with more than was asked for.
 */
public final class KnownParameters {
    private final Map<Method, SortedSet<String>> known = new ConcurrentHashMap<>();

    /** The first of the parameters that the method does not take, in the order of the alphabet. */
    public Optional<Unknown> unknown(ResourceInfo resource, Set<String> given) {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        SortedSet<String> declared = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::declared);
        return new TreeSet<>(given)
                .stream().filter(name -> !declared.contains(name)).findFirst().map(name -> new Unknown(name, declared));
    }

    static SortedSet<String> declared(Method method) {
        SortedSet<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.add(query.value());
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    QueryParam inBean = field.getAnnotation(QueryParam.class);
                    if (inBean != null) {
                        names.add(inBean.value());
                    }
                }
            }
        }
        return names;
    }

    /** A parameter that is not taken, and those that are. */
    public record Unknown(String name, SortedSet<String> known) {
        /** To be read after the parameter's name. */
        public String remedy() {
            return known.isEmpty()
                    ? "is not taken here; this address takes no parameters"
                    : "is not taken here; this address takes " + String.join(", ", known);
        }
    }
}
