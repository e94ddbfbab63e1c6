package org.livelabel.gates;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
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
    void aSecondClassOfANameInConductIsFound() {
        assertBites(Copies.noSecondClass(Set.of("StrictJson")), "copy", "there is a StrictJson in conduct");
    }

    @Test
    void aDayWithABoundaryOfItsOwnIsFound() {
        assertBites(Copies.nothingIsAskedTwice(), "copy", "conduct's UtcDay knows");
    }

    @Test
    void aDigestOfItsOwnIsFound() {
        assertBites(Copies.nothingIsAskedTwice(), "copy", "conduct's Sha256 knows");
    }

    private static void assertBites(ArchRule rule, String example, String complaint) {
        JavaClasses bad = new ClassFileImporter().importPackages(BAD + example);

        assertThatThrownBy(() -> rule.check(bad)).hasMessageContaining(complaint);
    }
}
