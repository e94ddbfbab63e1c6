package org.livelabel.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void anotherFeaturesTableIsFoundHoweverTheStatementIsWritten() {
        assertThat(complaint(tables(), "tables"))
                .contains("The table shop.order_line is named by several features: "
                        + "billing (ReachingInPieces, ReachingInTexts), orders (OrderRows)")
                .contains(
                        "The table invoice is named by several features: billing (ReachingByEntity), orders (Invoice)")
                .doesNotContain("The table shop.address", "The table payment");
    }

    @Test
    void rowsOfAnEntityThatAreAskedForPastItsRepositoryAreFound() {
        assertBites(
                tables(), "tables", "billing.ReachingByEntity asks for rows of invoice, which has an entity; only its");
    }

    @Test
    void aTableThatIsPutInAtRunTimeIsFound() {
        assertBites(tables(), "tables", "Hiding hides the table of a statement until run time: delete from ");
    }

    @Test
    void aTableIsSharedOnlyWithAReasonAndOnlyAsLongAsItIsNeeded() {
        Shared needed = new Shared("shop.order_line", "billing", "it is the example");
        Shared needless = new Shared("shop.address", "billing", "it is the example");

        assertThat(complaint(tables(needed, needless), "tables"))
                .doesNotContain("The table shop.order_line")
                .contains("The table invoice", "billing does not need to share the table shop.address any more");
    }

    @Test
    void anEntityWithoutAMigrationIsFound() {
        ArchRule rule = Architecture.tablesStayInTheirFeature(BAD + "tables", Set.of("shop.order_line"), List.of());

        assertBites(rule, "tables", "Invoice is a row of invoice, which no migration makes");
    }

    @Test
    void theTablesAreReadFromTheMigrations(@TempDir Path migrations) throws IOException {
        Files.writeString(
                migrations.resolve("V1__first.sql"), "create table a (id int);\nCREATE TABLE if not exists s.b (");

        assertThat(TablesStayInTheirFeature.madeIn(migrations)).containsExactly("a", "s.b");
        assertThat(TablesStayInTheirFeature.madeIn(migrations.resolve("none"))).isEmpty();
    }

    @Test
    void whatIsInjectedPastTheConstructorIsFound() {
        assertThat(complaint(Architecture.whatAClassNeedsStandsInItsConstructor(), "injection"))
                .contains("Injected.work is injected into (@Inject)")
                .contains("Injected.patience is injected into (@ConfigProperty)")
                .contains("Injected.setLater(java.lang.Runnable) is injected into (@Inject)")
                .doesNotContain("Injected.name", "<init>");
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

    private static ArchRule tables(Shared... shared) {
        return Architecture.tablesStayInTheirFeature(
                BAD + "tables", Set.of("shop.order_line", "shop.address", "payment", "invoice"), List.of(shared));
    }

    private static String complaint(ArchRule rule, String example) {
        JavaClasses bad = new ClassFileImporter().importPackages(BAD + example);
        return rule.evaluate(bad).getFailureReport().toString();
    }

    private static void assertBites(ArchRule rule, String example, String complaint) {
        JavaClasses bad = new ClassFileImporter().importPackages(BAD + example);

        assertThatThrownBy(() -> rule.check(bad)).hasMessageContaining(complaint);
    }
}
