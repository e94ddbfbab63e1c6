package org.livelabel.registry.released;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.PolicyBody;

/** What the first one left out, by the writer that names the schema of each entry. */
final class SecondChapter implements Chapters.Chapter {
    /** The first byte more than 32 bits with a sign can count, and some. */
    private static final long LARGE = 4_294_967_296L;

    private static final String SAYS = """
            "provenance": {"basis": "statement", "asserted_on": "2026-11-01"},
            "data": {"collects": {"answer": "yes"}, "practices": [
              {"data_type": "microphone", "collected_by": ["device"], "purposes": [%s], "shared_with": [], "sold": "no"}]}""";

    private static String organisation(int n) {
        return "0a000000-0000-4000-8000-%012d".formatted(n);
    }

    @Override
    public void write(Author author) throws SQLException {
        asAnEarlyReleaseWrote(author);

        author.on("2026-11-10");
        Maker office = author.member(organisation(6), "operator");
        Maker vinter = author.member(organisation(10), "manufacturer");
        Maker dune = author.member(organisation(11), "manufacturer");
        author.organisation(vinter, """
                {"name": "Vinter Audio", "kind": "manufacturer", "country": "FI", "contact": "https://vinter.example/",
                 "verified": true, "suspended": false}""");
        author.organisation(dune, """
                {"name": "Dune Radios", "kind": "manufacturer", "verified": false, "suspended": false}""");
        String speaker = author.product(vinter, speaker(numbers(50, 51, 52), "\"core_function\""));
        String radio = author.product(office, dune, radio("Dune One"));

        // the same numbers, the other one first
        author.change(vinter, speaker, speaker(numbers(51, 50, 52), "\"core_function\""));
        // an operator mends what it wrote of a maker that is not here
        author.change(office, radio, radio("Dune 1"));
        String notes = policies(author, vinter, speaker);
        String drains = firmware(author, vinter, speaker);
        author.command(office, "/v1/gtins/" + Author.gtin(52) + ":move", """
                {"to": "%s", "reason": {"en": "Jane Roe of Dune Radios showed us her contract."}}""".formatted(radio));
        String contract = author.lastDocument("/data/document");

        author.on("2026-11-17");
        author.withhold(office, notes, "court_order");
        author.withhold(office, drains, "personal_data");
        author.withhold(office, contract, "personal_data");
    }

    /** Of a product of the first chapter, before entries named a schema. The commit is named in api/log/README.md. */
    private static void asAnEarlyReleaseWrote(Author author) throws SQLException {
        author.on("2026-11-09");
        Maker old = author.member(organisation(9), "manufacturer");
        // when a size was kept as it was sent
        author.asItWasWritten(
                "firmware.released",
                "products/0b000000-0000-4000-8000-000000000001",
                old,
                """
                {"release": 1, "released_on": "2026-01-10", "image_sha256": "%s", "image_size": 8388608.0,
                 "signed": true, "anti_rollback": false}""".formatted("60303ae22b998861".repeat(4)),
                """
                {"version": "1.0"}""");
    }

    /** @return the document of the version that denies */
    private static String policies(Author author, Maker vinter, String speaker) throws SQLException {
        String notice = author.policy(vinter, PolicyBody.privacyNotice("We listen for your wish and keep nothing."));
        author.change(vinter, speaker, speaker(null, "\"core_function\", \"ads\""));
        // all that was detected is denied: not material
        author.policy(
                vinter,
                PolicyBody.privacyNotice("We listen for your wish, and keep nothing.")
                        .effectiveOn("2026-11-10")
                        .supersedes(notice, 1, "editorial")
                        .contested("purpose_added", "The advertisements are those of the radio itself."));
        String denies = author.lastDocument("/data/document");
        // nothing was detected and nothing declared, and the code says enough
        author.policy(
                vinter,
                PolicyBody.privacyNotice("Vinter Cloud Oy listens for your wish, and keeps nothing.")
                        .effectiveOn("2026-12-01")
                        .supersedes(notice, 2, "controller_changed"));
        // for all products until now
        author.policy(
                vinter,
                PolicyBody.privacyNotice("Vinter Cloud Oy listens for your wish, and keeps nothing of it.")
                        .effectiveOn("2027-01-01")
                        .named(speaker)
                        .supersedes(notice, 3, "clarification"));
        return denies;
    }

    /** @return why a release was withdrawn */
    private static String firmware(Author author, Maker vinter, String speaker) throws SQLException {
        author.command(
                vinter, "/v1/products/" + speaker + "/firmware", """
                {"version": "1.0.0", "released_on": "2026-11-01", "sha256": "%s", "size": %d, "signed": true,
                 "anti_rollback": true}""".formatted("fd61a03af4f77d87".repeat(4), LARGE));
        author.command(
                vinter,
                "/v1/products/" + speaker + "/firmware/1.0.0:withdraw",
                "{\"reason\": {\"en\": \"Jane Roe of Leeds heard her neighbour.\"}}");
        return author.lastDocument("/data/document");
    }

    /** @param gtins null for those that were published */
    private static String speaker(String gtins, String purposes) {
        return """
                {"identity": {"name": "Talo", "brand": "Vinter", "device_group": "connected_home", "category": "speaker"},
                 %s "disclosure": {%s}}""".formatted(gtins == null ? "" : "\"gtins\": " + gtins + ",", SAYS.formatted(purposes));
    }

    private static String radio(String name) {
        return "{\"identity\": {\"name\": \"%s\", \"device_group\": \"other\", \"category\": \"other\"}}"
                .formatted(name);
    }

    private static String numbers(int... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(n -> "\"" + Author.gtin(n) + "\"")
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
