package org.livelabel.gates;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What holds in the code of every service. A feature is a package directly under the service's root.
 */
public final class Architecture {
    private static final Set<String> TIME = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.YearMonth",
            "java.time.Year");
    private static final Set<String> SUMMONED = Set.of(
            "java.util.UUID.randomUUID",
            "java.lang.System.currentTimeMillis",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.time.InstantSource.system",
            "java.lang.Math.random",
            "java.util.Random.<init>",
            "java.security.SecureRandom.<init>",
            "java.util.concurrent.ThreadLocalRandom.current");

    private static final Set<String> INJECTING = Set.of(
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource",
            "jakarta.persistence.PersistenceContext",
            "jakarta.ws.rs.core.Context",
            "org.eclipse.microprofile.config.inject.ConfigProperty",
            "org.eclipse.microprofile.jwt.Claim",
            "org.eclipse.microprofile.rest.client.inject.RestClient",
            "io.quarkus.arc.All");

    private Architecture() {}

    /**
     * Checks every rule on the production code under {@code root}, for instance {@code org.livelabel.registry}. The migrations
     * are those of the module whose test is running.
     */
    public static void check(String root, Shared... shared) {
        JavaClasses code = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        Set<String> tables = TablesStayInTheirFeature.madeIn(Path.of("src/main/resources/db/migration"));
        List.of(
                        storesStayInTheirFeature(),
                        tablesStayInTheirFeature(root, tables, List.of(shared)),
                        noCycles(root),
                        everyEndpointSaysWhoMayCallIt(),
                        nothingIsSummoned(),
                        whatAClassNeedsStandsInItsConstructor())
                .forEach(rule -> rule.check(code));
        Copies.rules(root).forEach(rule -> rule.check(code));
    }

    /** Checks that only one package under {@code root} calls a method: what it does goes through that one's rules. */
    public static void checkOnlyCaller(String root, String type, String method, String caller) {
        onlyCaller(type, method, caller)
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(root));
    }

    static ArchRule onlyCaller(String type, String method, String caller) {
        return codeUnits()
                .that(new DescribedPredicate<JavaCodeUnit>("are outside of " + caller) {
                    @Override
                    public boolean test(JavaCodeUnit unit) {
                        return !unit.getOwner().getPackageName().equals(caller);
                    }
                })
                .should(new ArchCondition<>("not call " + type + "." + method) {
                    @Override
                    public void check(JavaCodeUnit unit, ConditionEvents events) {
                        Stream.concat(unit.getCallsFromSelf().stream(), unit.getMethodReferencesFromSelf().stream())
                                .filter(use ->
                                        use.getTargetOwner().getFullName().equals(type)
                                                && use.getTarget().getName().equals(method))
                                .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
                    }
                });
    }

    static ArchRule storesStayInTheirFeature() {
        return classes()
                .that(areStores())
                .should(new ArchCondition<>("be used in their own feature only") {
                    @Override
                    public void check(JavaClass store, ConditionEvents events) {
                        store.getDirectDependenciesToSelf().stream()
                                .filter(use -> !sameFeature(use.getOriginClass(), store))
                                .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
                    }
                })
                .allowEmptyShould(true);
    }

    static ArchRule tablesStayInTheirFeature(String root, Set<String> tables, List<Shared> shared) {
        return classes().should(new TablesStayInTheirFeature(root, tables, shared));
    }

    /** Nothing is put into a class after it was made: it could be made without, and be changed. */
    static ArchRule whatAClassNeedsStandsInItsConstructor() {
        return members()
                .that(new DescribedPredicate<JavaMember>("are fields or methods") {
                    @Override
                    public boolean test(JavaMember member) {
                        return !(member instanceof JavaConstructor);
                    }
                })
                .should(new ArchCondition<>("not be injected into") {
                    @Override
                    public void check(JavaMember member, ConditionEvents events) {
                        member.getAnnotations().stream()
                                .filter(annotation -> injects(member, annotation.getRawType()))
                                .forEach(annotation -> events.add(SimpleConditionEvent.violated(
                                        member,
                                        member.getFullName() + " is injected into (@"
                                                + annotation.getRawType().getSimpleName()
                                                + "); what it needs belongs in the constructor")));
                    }
                })
                .allowEmptyShould(true);
    }

    /** A qualifier makes Quarkus inject a field without any other word; on a method it says what is produced. */
    private static boolean injects(JavaMember member, JavaClass annotation) {
        return INJECTING.contains(annotation.getName())
                || member instanceof JavaField
                        && !member.isAnnotatedWith("jakarta.enterprise.inject.Produces")
                        && annotation.isAnnotatedWith("jakarta.inject.Qualifier");
    }

    static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    static ArchRule everyEndpointSaysWhoMayCallIt() {
        return methods()
                .that(new DescribedPredicate<JavaMethod>("are endpoints") {
                    @Override
                    public boolean test(JavaMethod method) {
                        return method.getAnnotations().stream()
                                .anyMatch(a -> a.getRawType().isAnnotatedWith(HttpMethod.class));
                    }
                })
                .should(new ArchCondition<>("declare who may call them") {
                    @Override
                    public void check(JavaMethod endpoint, ConditionEvents events) {
                        boolean declared = saysWhoMayCall(endpoint) || saysWhoMayCall(endpoint.getOwner());
                        // a REST client's methods are calls that we make, not ones that we answer
                        boolean client = endpoint.getOwner()
                                .isAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RegisterRestClient");
                        if (!declared && !client) {
                            events.add(SimpleConditionEvent.violated(
                                    endpoint, endpoint.getFullName() + " does not say who may call it"));
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    static ArchRule nothingIsSummoned() {
        return codeUnits()
                .that(new DescribedPredicate<JavaCodeUnit>("are not producers") {
                    @Override
                    public boolean test(JavaCodeUnit unit) {
                        return !unit.isAnnotatedWith("jakarta.enterprise.inject.Produces");
                    }
                })
                .should(new ArchCondition<>("be given the time and new ids") {
                    @Override
                    public void check(JavaCodeUnit unit, ConditionEvents events) {
                        unit.getCallsFromSelf().stream()
                                .filter(call -> isSummoning(call.getTarget()))
                                .forEach(
                                        call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
                        unit.getMethodReferencesFromSelf().stream()
                                .filter(use -> isSummoning(use.getTarget()))
                                .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
                    }
                })
                .allowEmptyShould(true);
    }

    private static boolean isSummoning(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getFullName();
        boolean now = target.getName().equals("now")
                && TIME.contains(owner)
                && target.getRawParameterTypes().stream()
                        .noneMatch(t -> t.getName().startsWith("java.time.Clock"));
        return now || SUMMONED.contains(owner + "." + target.getName());
    }

    private static boolean saysWhoMayCall(CanBeAnnotated element) {
        return element.isAnnotatedWith(PermitAll.class)
                || element.isAnnotatedWith(RolesAllowed.class)
                || element.isAnnotatedWith(Authenticated.class)
                || element.isAnnotatedWith(PermissionsAllowed.class)
                || element.isAnnotatedWith(DenyAll.class);
    }

    private static DescribedPredicate<JavaClass> areStores() {
        return new DescribedPredicate<>("are entities, repositories or gateways") {
            @Override
            public boolean test(JavaClass type) {
                return type.isAnnotatedWith(Entity.class)
                        || type.getSimpleName().endsWith("Repository")
                        || type.getSimpleName().endsWith("Rows");
            }
        };
    }

    private static boolean sameFeature(JavaClass user, JavaClass store) {
        return user.getPackageName().equals(store.getPackageName());
    }
}
