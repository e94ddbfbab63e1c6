package org.livelabel.gates;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String BAD = "org.livelabel.gates.bad.";

    @Test
    void anEntityUsedByAnotherFeatureIsFound() {
        assertBites(Architecture.storesStayInTheirFeature(), "sharing", "Reaching.close");
    }

    @Test
    void aCycleIsFound() {
        assertBites(Architecture.noCycles(BAD + "cycle"), "cycle", "Cycle detected");
    }

    @Test
    void anEndpointOpenToNobodyKnowsWhomIsFound() {
        assertBites(Architecture.everyEndpointSaysWhoMayCallIt(), "open", "OpenResource.delete() does not say");
    }

    @Test
    void summonedTimeIsFound() {
        assertBites(Architecture.nothingIsSummoned(), "clock", "Instant.now()");
    }

    @Test
    void summonedIdsAreFoundInMethodReferencesToo() {
        assertBites(Architecture.nothingIsSummoned(), "clock", "randomUUID");
    }

    @Test
    void aCallPastTheOnlyCallerIsFound() {
        ArchRule rule = Architecture.onlyCaller(BAD + "past.log.Log", "append", BAD + "past.frame");

        assertBites(rule, "past", "Hasty.publish()");
        assertBites(rule, "past", "Hasty.later()");
    }

    private static void assertBites(ArchRule rule, String example, String complaint) {
        JavaClasses bad = new ClassFileImporter().importPackages(BAD + example);

        assertThatThrownBy(() -> rule.check(bad)).hasMessageContaining(complaint);
    }
}
