package org.livelabel.contract;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The query parameters that a resource's methods declare. What they do not declare is refused, and so is one value too many: a
 * misspelt filter would otherwise answer with more than was asked for, and of two filters one would be forgotten.
 */
public final class KnownParameters {
    private final Map<Method, SortedMap<String, Boolean>> known = new ConcurrentHashMap<>();

    /** The first of the parameters, in the order of the alphabet, that the method does not take so. */
    public Optional<Flaw> flaw(ResourceInfo resource, Map<String, List<String>> given) {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, Boolean> declared =
                known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::declared);
        return new TreeMap<>(given)
                .entrySet().stream()
                        .flatMap(one -> flaw(one.getKey(), one.getValue().size(), declared).stream())
                        .findFirst();
    }

    private static Optional<Flaw> flaw(String name, int values, SortedMap<String, Boolean> declared) {
        Boolean many = declared.get(name);
        if (many == null) {
            return Optional.of(new Flaw(
                    name,
                    declared.isEmpty()
                            ? "is not taken here; this address takes no parameters"
                            : "is not taken here; this address takes " + String.join(", ", declared.keySet())));
        }
        return many || values < 2
                ? Optional.empty()
                : Optional.of(new Flaw(name, "is there " + values + " times; write it once"));
    }

    /** By name, whether it may be there more than once. */
    static SortedMap<String, Boolean> declared(Method method) {
        SortedMap<String, Boolean> names = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.put(query.value(), takesMany(parameter.getType()));
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    QueryParam inBean = field.getAnnotation(QueryParam.class);
                    if (inBean != null) {
                        names.put(inBean.value(), takesMany(field.getType()));
                    }
                }
            }
        }
        return names;
    }

    private static boolean takesMany(Class<?> type) {
        return Collection.class.isAssignableFrom(type);
    }

    /** @param remedy to be read after the parameter's name */
    public record Flaw(String name, String remedy) {}
}
