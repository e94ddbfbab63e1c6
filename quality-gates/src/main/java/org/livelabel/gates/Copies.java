package org.livelabel.gates;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What module conduct does for every service is not written in a service again: two copies drift, and one is mended. */
final class Copies {
    private static final String CONDUCT = "org.livelabel.conduct";

    /** Of Netty, where names mean other things. */
    private static final String GUARD = CONDUCT + ".connection";

    /** What only one class may ask of the platform, and that class. */
    private static final Map<String, String> ASKED_ONCE = Map.of(
            "java.time.LocalDate.ofInstant", "UtcDay",
            "java.time.LocalDate.atStartOfDay", "UtcDay",
            "java.security.MessageDigest.getInstance", "Sha256");

    private Copies() {}

    static List<ArchRule> rules(String root) {
        return root.equals(CONDUCT) ? List.of() : List.of(noSecondClass(namesInConduct()), nothingIsAskedTwice());
    }

    static ArchRule noSecondClass(Set<String> names) {
        return classes()
                .that()
                .areTopLevelClasses()
                .should(new ArchCondition<>("not have the name of a class in conduct") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (names.contains(type.getSimpleName())) {
                            events.add(SimpleConditionEvent.violated(
                                    type,
                                    type.getName() + ": there is a " + type.getSimpleName()
                                            + " in conduct; use that one"));
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    static ArchRule nothingIsAskedTwice() {
        return codeUnits()
                .should(new ArchCondition<>("ask conduct for days and digests") {
                    @Override
                    public void check(JavaCodeUnit unit, ConditionEvents events) {
                        unit.getCallsFromSelf().forEach(call -> {
                            String name = call.getTarget().getOwner().getFullName() + "."
                                    + call.getTarget().getName();
                            if (ASKED_ONCE.containsKey(name)) {
                                events.add(SimpleConditionEvent.violated(
                                        call,
                                        call.getDescription() + ": conduct's " + ASKED_ONCE.get(name) + " knows"));
                            }
                        });
                    }
                })
                .allowEmptyShould(true);
    }

    /** As they are on the class path of whoever runs the rules. */
    private static Set<String> namesInConduct() {
        Set<String> names = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(CONDUCT).stream()
                        .filter(type -> type.isTopLevelClass()
                                && type.getModifiers().contains(JavaModifier.PUBLIC)
                                && !type.getPackageName().equals(GUARD))
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet());
        if (names.isEmpty()) {
            throw new IllegalStateException("conduct is not on the class path; nothing would be found");
        }
        return names;
    }
}
