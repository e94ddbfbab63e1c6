package org.livelabel.gates;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Each table is named by one feature only: in SQL, in HQL, and by entities. What the others need of it, that feature offers
 * through a class of its own.
 *
 * <p>A table that has an entity is asked for by its repository only: what the session holds of it is not overlooked then.
 *
 * <p>Statements are read out of the class files, where the compiler has put them together: text blocks, constants of other
 * classes and concatenations are all seen. A table with a schema is found wherever its name stands; one without, and an entity,
 * where a statement expects one. A statement whose table is put in at run time would hide it and is refused.
 */
final class TablesStayInTheirFeature extends ArchCondition<JavaClass> {
    private static final Pattern CREATED =
            Pattern.compile("(?i)\\bcreate\\s+(?:unlogged\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?([\\w.]+)");

    private static final Pattern QUALIFIED = Pattern.compile("\\b(\\w+\\.\\w+)\\b");

    private static final String NAMED = "[\\w.]+(?:\\s+(?:as\\s+)?\\w+)?";

    /** Where a statement names what it is about: one name or several, each with or without another one to call it by. */
    private static final Pattern PLACE =
            Pattern.compile("(?i)\\b(?:from|join|into|update|delete|truncate|table)\\s+(?:table\\s+|only\\s+)?(?=("
                    + NAMED + "(?:\\s*,\\s*" + NAMED + ")*))");

    /** A statement that goes on with what is only known at run time where it should name a table. */
    private static final Pattern HIDDEN = Pattern.compile(
            "(?s)(?=\\s*(?:select|insert|update|delete|truncate|with|SELECT|INSERT|UPDATE|DELETE|TRUNCATE|WITH)\\b)"
                    + ".*\\b(?i:(?<!distinct )from|join|into|(?<!for )update|truncate|table)\\s+(?:\\w+\\.)?"
                    + "(?:[\\u0001%].*)?");

    private final String root;
    private final Set<String> tables;
    private final List<Shared> shared;
    private final Map<String, String> entities = new HashMap<>();

    /** By table, then by feature: the classes that name it. */
    private final Map<String, Map<String, Set<String>>> uses = new TreeMap<>();

    /**
     * @param root a feature is a package under it
     * @param tables as the migrations name them
     */
    TablesStayInTheirFeature(String root, Set<String> tables, List<Shared> shared) {
        super("name the tables of their own feature only");
        this.root = root;
        this.tables = tables;
        this.shared = shared;
    }

    /** The tables that the migrations in a folder make; none if there is no such folder. */
    static Set<String> madeIn(Path migrations) {
        if (!Files.isDirectory(migrations)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(migrations)) {
            Set<String> made = new TreeSet<>();
            for (Path file : files.toList()) {
                CREATED.matcher(Files.readString(file))
                        .results()
                        .forEach(match -> made.add(match.group(1).toLowerCase(Locale.ROOT)));
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void init(Collection<JavaClass> all) {
        all.stream()
                .filter(type -> type.isAnnotatedWith(Entity.class))
                .forEach(entity -> entities.put(entity.getSimpleName(), table(entity)));
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (type.isAnnotatedWith(Entity.class)) {
            String table = table(type);
            if (!tables.contains(table)) {
                events.add(SimpleConditionEvent.violated(
                        type, type.getName() + " is a row of " + table + ", which no migration makes"));
            }
            use(table, type);
        }
        for (String text : texts(type)) {
            for (String table : named(text)) {
                use(table, type);
                if (entities.containsValue(table) && !mayQuery(type)) {
                    events.add(SimpleConditionEvent.violated(
                            type,
                            type.getName() + " asks for rows of " + table
                                    + ", which has an entity; only its repository does"));
                }
            }
            if (HIDDEN.matcher(text).matches()) {
                events.add(SimpleConditionEvent.violated(
                        type, type.getName() + " hides the table of a statement until run time: " + text));
            }
        }
    }

    @Override
    public void finish(ConditionEvents events) {
        List<Shared> needless = new ArrayList<>(shared);
        uses.forEach((table, features) -> {
            Map<String, Set<String>> others = new TreeMap<>(features);
            if (features.size() > 1) {
                shared.stream()
                        .filter(one -> one.table().equals(table) && others.remove(one.feature()) != null)
                        .forEach(needless::remove);
            }
            if (others.size() > 1) {
                events.add(SimpleConditionEvent.violated(
                        table,
                        "The table " + table + " is named by several features: "
                                + others.entrySet().stream()
                                        .map(use -> use.getKey() + " (" + String.join(", ", use.getValue()) + ")")
                                        .collect(Collectors.joining(", "))));
            }
        });
        needless.forEach(one -> events.add(SimpleConditionEvent.violated(
                one, one.feature() + " does not need to share the table " + one.table() + " any more")));
    }

    private void use(String table, JavaClass type) {
        uses.computeIfAbsent(table, name -> new TreeMap<>())
                .computeIfAbsent(feature(type), name -> new TreeSet<>())
                .add(type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName());
    }

    private String feature(JavaClass type) {
        String below = type.getPackageName().substring(root.length());
        return below.isEmpty() ? "the root" : below.substring(1).split("\\.")[0];
    }

    private Set<String> named(String text) {
        String plain = text.replace("\"", "");
        Set<String> named = new TreeSet<>();
        QUALIFIED
                .matcher(plain.toLowerCase(Locale.ROOT))
                .results()
                .map(match -> match.group(1))
                .filter(tables::contains)
                .forEach(named::add);
        PLACE.matcher(plain)
                .results()
                .flatMap(match -> Stream.of(match.group(1).split(",")))
                .map(name -> name.strip().split("\\s")[0])
                .forEach(name -> {
                    if (entities.containsKey(name)) {
                        named.add(entities.get(name));
                    } else if (tables.contains(name.toLowerCase(Locale.ROOT))) {
                        named.add(name.toLowerCase(Locale.ROOT));
                    }
                });
        return named;
    }

    /** What is nested in a repository belongs to it; metrics look from outside of every transaction and its session. */
    private static boolean mayQuery(JavaClass type) {
        return type.getName().contains("Repository")
                || type.getSimpleName().endsWith("Metrics")
                || type.isAnnotatedWith(Entity.class);
    }

    private static String table(JavaClass entity) {
        String words =
                entity.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        return entity.tryGetAnnotationOfType(Table.class)
                .map(table -> (table.schema().isEmpty() ? "" : table.schema() + ".")
                        + (table.name().isEmpty() ? words : table.name()))
                .orElse(words);
    }

    /** Every text in a class file, those of annotations and the names of methods included. */
    private static List<String> texts(JavaClass type) {
        try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            List<String> texts = new ArrayList<>();
            ClassFile.of().parse(file.readAllBytes()).constantPool().forEach(entry -> {
                if (entry instanceof Utf8Entry text) {
                    texts.add(text.stringValue());
                }
            });
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
