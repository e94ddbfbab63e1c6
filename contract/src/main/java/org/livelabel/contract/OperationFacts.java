package org.livelabel.contract;

import java.util.HashMap;
import java.util.Map;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * What the code says of an operation.
 *
 * @param feature the last part of its package's name
 * @param authenticated whether a token is needed
 * @param metered whether callers without a token have a quota
 */
record OperationFacts(String feature, boolean authenticated, boolean metered) {
    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");
    private static final DotName AUTHENTICATED = DotName.createSimple("io.quarkus.security.Authenticated");
    private static final DotName PERMIT_ALL = DotName.createSimple("jakarta.annotation.security.PermitAll");
    private static final String UNMETERED = "Unmetered";

    /** By operation id. */
    static Map<String, OperationFacts> of(IndexView index) {
        Map<String, OperationFacts> facts = new HashMap<>();
        for (AnnotationInstance operation : index.getAnnotations(OPERATION)) {
            AnnotationValue id = operation.value("operationId");
            if (id != null && operation.target().kind() == AnnotationTarget.Kind.METHOD) {
                MethodInfo method = operation.target().asMethod();
                ClassInfo resource = method.declaringClass();
                String packageName = resource.name().packagePrefix();
                facts.put(
                        id.asString(),
                        new OperationFacts(
                                packageName.substring(packageName.lastIndexOf('.') + 1),
                                !method.hasDeclaredAnnotation(PERMIT_ALL)
                                        && (method.hasDeclaredAnnotation(AUTHENTICATED)
                                                || resource.hasDeclaredAnnotation(AUTHENTICATED)),
                                resource.declaredAnnotations().stream()
                                        .noneMatch(a ->
                                                a.name().withoutPackagePrefix().equals(UNMETERED))));
            }
        }
        return facts;
    }
}
