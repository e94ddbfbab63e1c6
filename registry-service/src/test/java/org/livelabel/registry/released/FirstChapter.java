package org.livelabel.registry.released;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.PolicyBody;

/** Every type of entry and every variety of each, as the releases up to 24 November 2026 wrote them. */
final class FirstChapter implements Chapters.Chapter {
    private static final String SUPPORT_SAID = """
            "provenance": {"basis": "document", "asserted_on": "2026-02-01", "valid_until": "2028-02-01",
              "evidence": [{"url": "https://halden.example/support", "title": "Support pledge",
                "sha256": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"}]}""";
    private static final String STATED = "\"provenance\": {\"basis\": \"statement\", \"asserted_on\": \"2026-02-01\"}";
    private static final String READ = "\"provenance\": {\"basis\": \"document\", \"asserted_on\": \"2026-02-01\","
            + " \"evidence\": [{\"url\": \"https://fjord.example/security\"}]}";

    /** Found by its name, so that the same organisation has the same id each time. */
    private static String organisation(int n) {
        return "0a000000-0000-4000-8000-%012d".formatted(n);
    }

    @Override
    public void write(Author author) throws SQLException {
        new Telling(author).tell();
    }

    private static final class Telling {
        private final Author author;
        private final Maker halden;
        private final Maker gruenwald;
        private final Maker fjord;
        private final Maker shemesh;
        private final Maker ann;
        private final Maker office;
        private final Maker shop;
        private final Maker lab;

        private Telling(Author author) {
            this.author = author;
            halden = author.member(organisation(1), "manufacturer");
            gruenwald = author.member(organisation(2), "manufacturer");
            fjord = author.member(organisation(3), "manufacturer");
            shemesh = author.member(organisation(4), "manufacturer");
            ann = author.member(organisation(5), "manufacturer");
            office = author.member(organisation(6), "operator");
            shop = author.member(organisation(7), "retailer");
            lab = author.member(organisation(8), "lab");
        }

        void tell() throws SQLException {
            asEarlierReleasesWrote();
            organisations();
            String camera = camera();
            support();
            policies(camera);
            hubPromisesLess();
            cameraChanges(camera);
            policiesFollow();
            operatorLists();
            numbersMove(camera);
            firmware(camera);
            lives();
            withholding();
        }

        /** The commits are named in api/log/README.md. */
        private void asEarlierReleasesWrote() throws SQLException {
            author.on("2026-01-12");
            // before texts and addresses kept to one rule: a name with an override of direction, an address with a bar
            Maker old = author.member(organisation(9), "manufacturer");
            author.asItWasWritten("organisation.registered", "organisations/" + old.organisation, old, """
                    {"kind": "manufacturer", "country": "SE", "verified": true, "suspended": false}""", """
                    {"name": "Halden \u202eemoH", "contact": "https://halden.example/a|b"}""");
            String product = "products/0b000000-0000-4000-8000-000000000001";
            author.asItWasWritten("product.registered", product, old, """
                    {"label_code": "0DDT1MESH", "device_group": "other", "category": "other"}""", """
                    {"name": " Old\u200b name ", "model": "\u2800", "brand": "H\u00adalden"}""");
            // when nobody asked what such a number is for
            String number = Author.shopNumber(4711);
            author.asItWasWritten("gtins.changed", product, old, """
                    {"taken": ["%s"], "released": [], "gtins": ["%s"]}""".formatted(number, number), null);
            // when a year could be any
            author.asItWasWritten("support.committed", product, old, """
                    {"version": 1, "change": "first", "kind": "fixed_date", "end_of_security_support": "9999-12-31",
                     "general_availability": "0001-01-01", "end_of_sales": "2999-12-31"}""", """
                    {"provenance": {"basis": "document", "asserted_on": "2025-12-01",
                      "evidence": [{"url": "https://exämple.example/a|b", "title": " "}]}}""");
            // before changes were examined: neither materiality nor codes
            author.asItWasWritten("disclosure.published", product, old, "{\"version\": 1}", """
                    {"provenance": {"basis": "statement", "asserted_on": "2026-01-01"},
                     "updates": {"automatic": {"answer": "yes"}},
                     "vulnerabilities": {"contact": "mailto:a@b@c", "policy_url": "https://halden.example/{policy}"}}""");
            author.asItWasWritten("disclosure.published", product, old, "{\"version\": 2}", """
                    {"provenance": {"basis": "statement", "asserted_on": "2026-01-01"},
                     "updates": {"automatic": {"answer": "no"}}, "offline": {"works": {"answer": "yes"}}}""");
        }

        private String shopsName = "";

        private void organisations() throws SQLException {
            author.on("2026-02-02");
            author.organisation(office, """
                    {"name": "LiveLabel registry office", "kind": "operator", "contact": "https://livelabel.example/office",
                     "verified": true, "suspended": false}""");
            author.organisation(halden, """
                    {"name": "Halden Home", "kind": "manufacturer", "verified": false, "suspended": false}""");
            author.organisation(halden, """
                    {"name": "Halden Home", "kind": "manufacturer", "country": "SE", "contact": "https://halden.example/help",
                     "verified": true, "suspended": false}""");
            author.organisation(gruenwald, """
                    {"name": "Grünwald Hausgeräte GmbH & Co. KG", "kind": "manufacturer", "country": "DE",
                     "contact": "mailto:sicherheit@gruenwald.example", "verified": true, "suspended": false}""");
            author.organisation(fjord, """
                    {"name": "Fjord Phones", "kind": "manufacturer", "country": "NO", "verified": false, "suspended": false}""");
            author.organisation(shemesh, """
                    {"name": "שמש בית חכם", "kind": "manufacturer", "country": "IL", "verified": true, "suspended": false}""");
            author.organisation(ann, """
                    {"name": "Ann Example, clockmaker", "kind": "manufacturer", "contact": "mailto:ann@clocks.example",
                     "verified": true, "suspended": false}""");
            author.organisation(shop, """
                    {"name": "Kaufhaus am Markt 🛒", "kind": "retailer", "country": "AT", "verified": false, "suspended": false}""");
            author.organisation(shop, """
                    {"name": "Kaufhaus am Markt 🛒", "kind": "retailer", "country": "AT", "verified": true, "suspended": false}""");
            shopsName = author.lastDocument("/data/document");
            author.organisation(lab, """
                    {"name": "Nordlab Testing Oy", "kind": "lab", "country": "FI", "contact": "https://nordlab.example/",
                     "verified": true, "suspended": false}""");
            author.organisation(lab, """
                    {"name": "Nordlab Testing Oy", "kind": "lab", "country": "FI", "contact": "https://nordlab.example/",
                     "verified": true, "suspended": true}""");
            author.organisation(office, """
                    {"name": "LiveLabel registry office", "kind": "operator", "contact": "mailto:office@livelabel.example",
                     "verified": true, "suspended": false}""");
            author.organisation(office, """
                    {"name": "LiveLabel registry office", "kind": "operator", "country": "BE",
                     "contact": "https://livelabel.example/office", "verified": true, "suspended": false}""");
        }

        private String camera() {
            author.on("2026-02-10");
            return author.product(halden, draft("""
                            "name": "View 2 indoor camera", "model": "HV2-E", "brand": "Halden",
                            "device_group": "connected_home", "category": "camera\"""", numbers(1, 2), fixed("2031-06-30", """
                            "general_availability": "2025-03-03", "end_of_sales": "2029-01-31",
                            "end_of_feature_updates": "2030-06-30",
                            "after_end": {"en": "It keeps recording to its card 📼.", "de": "Die Aufnahme auf Karte läuft weiter."}"""), cameraFirst(), ""));
        }

        private static String cameraFirst() {
            return STATED + """
                    , "product": {"intended_purpose": {"en": "Looks after a room.", "de": "Überwacht ein Zimmer.",
                        "ar": "تراقب الغرفة"}, "country_of_manufacture": "EE", "hardware_revisions": ["A", "B1"],
                        "companion_components": [{"kind": "app", "name": "Halden app", "url": "https://halden.example/app"}]},
                      "updates": {"automatic": {"answer": "yes"}, "signed": {"answer": "yes",
                        "provenance": {"basis": "test", "asserted_on": "2026-01-20", "valid_until": "2028-01-20",
                          "evidence": [{"url": "https://nordlab.example/reports/77", "title": "Report 77"}]}},
                        "fix_within_days": 30},
                      "access": {"default_password": {"kind": "unique_per_device", "statement": {"en": "On its sticker."}}},
                      "security": {"encrypted_at_rest": {"answer": "yes", "scope": {"models": ["HV2-E"]}},
                        "interfaces": [{"kind": "wifi", "protection": "authenticated_and_encrypted", "open_by_default": "yes"}]},
                      "data": {"collects": {"answer": "yes"}, "practices": [
                        {"data_type": "camera", "collected_by": ["device"], "frequency": "on_event",
                         "purposes": ["core_function"], "opt_in": "yes", "can_decline": "yes", "identifiable": "linkable",
                         "kept_on_device": {"days": 7}, "kept_in_cloud": {"days": 30}, "cloud_regions": ["SE"],
                         "shared_with": [], "sold": "no"},
                        {"data_type": "microphone", "collected_by": ["device"], "purposes": ["core_function"],
                         "kept_on_device": {"until": "overwritten"}, "shared_with": [], "sold": "no"}]},
                      "privacy": {"controls": {"answer": "yes"}, "controls_url": "https://halden.example/privacy",
                        "deletion": {"answer": "yes", "how": "in_app", "where": ["app", "servers"], "servers_within_days": 30}},
                      "offline": {"works": {"answer": "yes"}, "keeps": [{"en": "Recording to its card"}]},
                      "vulnerabilities": {"contact": "mailto:security@halden.example"}""";
        }

        /** More of it is used, and it goes further. */
        private static String cameraSecond() {
            return replaced(
                    cameraFirst(),
                    "\"purposes\": [\"core_function\"], \"opt_in\": \"yes\", \"can_decline\": \"yes\", \"identifiable\": \"linkable\"",
                    "\"purposes\": [\"core_function\", \"ads\", \"ai_training\"], \"opt_in\": \"yes\", \"can_decline\": \"no\","
                            + " \"identifiable\": \"identified\"",
                    "\"kept_in_cloud\": {\"days\": 30}, \"cloud_regions\": [\"SE\"],",
                    "\"kept_in_cloud\": {\"days\": 90}, \"cloud_regions\": [\"SE\", \"US\"],",
                    "\"shared_with\": [], \"sold\": \"no\"},",
                    "\"shared_with\": [{\"name\": \"Norcloud AB\", \"role\": \"service_provider\", \"consent\": \"not_needed\"}],"
                            + " \"sold\": \"yes\"}, {\"data_type\": \"biometric\", \"collected_by\": [\"device\"]},"
                            + " {\"data_type\": \"account\", \"collected_by\": [\"app\"]},");
        }

        /** Answers get worse. */
        private static String cameraThird() {
            return replaced(
                    cameraSecond(),
                    "\"consent\": \"not_needed\"}]",
                    "\"consent\": \"not_needed\"}, {\"name\": \"Adhub Inc.\", \"role\": \"advertiser\", \"consent\": \"opt_in\"}]",
                    "\"how\": \"in_app\"",
                    "\"how\": \"by_request\"",
                    "\"automatic\": {\"answer\": \"yes\"}",
                    "\"automatic\": {\"answer\": \"no\"}",
                    "\"encrypted_at_rest\": {\"answer\": \"yes\"",
                    "\"encrypted_at_rest\": {\"answer\": \"partly\"",
                    "\"works\": {\"answer\": \"yes\"}",
                    "\"works\": {\"answer\": \"no\"}");
        }

        /** Nothing of it matters to people. */
        private static String cameraFourth() {
            return replaced(
                    cameraThird(),
                    "{\"name\": \"Adhub Inc.\"",
                    "{\"name\": \"Sydcloud AB\", \"role\": \"service_provider\"}, {\"name\": \"Adhub Inc.\"",
                    "\"encrypted_at_rest\": {\"answer\": \"partly\"",
                    "\"encrypted_at_rest\": {\"answer\": \"yes\"",
                    "\"country_of_manufacture\": \"EE\"",
                    "\"country_of_manufacture\": \"LV\"",
                    "\"title\": \"Report 77\"",
                    "\"title\": \"Report 77, second edition\"",
                    "Looks after a room.",
                    "Keeps an eye on a room.",
                    "\"vulnerabilities\":",
                    "\"lifetime\": {\"expected_years\": 8, \"warranty_months\": 36}, \"vulnerabilities\":");
        }

        private String deniedBecause = "";

        private void cameraChanges(String camera) throws SQLException {
            author.on("2026-05-04");
            author.change(halden, camera, ofCamera(cameraSecond(), ""));
            author.on("2026-05-18");
            author.change(halden, camera, ofCamera(cameraThird(), contested("""
                    {"code": "recipient_category_added", "reason": {"en": "Adhub gets numbers only, of nobody in particular.",
                      "de": "Adhub erhält nur Zahlen."}}""")));
            author.on("2026-06-01");
            author.change(halden, camera, ofCamera(cameraFourth(), ""));
            author.change(
                    halden,
                    camera,
                    ofCamera(
                            cameraFourth().replace("Keeps an eye on a room.", "Keeps an eye on one room."),
                            ", \"materiality\": {\"error_corrected\": true}"));
            author.change(
                    halden,
                    camera,
                    ofCamera(
                            cameraFourth().replace("Keeps an eye on a room.", "Keeps an eye on two rooms."),
                            ", \"materiality\": {\"declared\": true}"));
            // all that a rule found is contested: not material
            author.change(
                    halden,
                    camera,
                    ofCamera(
                            cameraFourth()
                                    .replace("Keeps an eye on a room.", "Keeps an eye on two rooms.")
                                    .replace("\"fix_within_days\": 30", "\"fix_within_days\": 40"),
                            contested(
                                    "{\"code\": \"claim_weakened\", \"reason\": {\"en\": \"Working days were meant all along.\"}}")));
            deniedBecause = author.lastDocument("/data/notes");
            // said in the same words, resting on something else
            author.change(
                    halden,
                    camera,
                    ofCamera(
                            cameraFourth()
                                    .replace("Keeps an eye on a room.", "Keeps an eye on two rooms.")
                                    .replace("\"fix_within_days\": 30", "\"fix_within_days\": 40")
                                    .replace(STATED, STATED.replace("statement", "measurement")),
                            ""));
        }

        private static String ofCamera(String disclosure, String materiality) {
            return draft("""
                    "name": "View 2 indoor camera", "model": "HV2-E", "brand": "Halden",
                    "device_group": "connected_home", "category": "camera\"""", null, null, disclosure, materiality);
        }

        private static String contested(String contests) {
            return ", \"materiality\": {\"contested\": [" + contests + "]}";
        }

        /** Every kind of promise and every change of one. */
        private void support() {
            author.on("2026-02-16");
            String washer = author.product(gruenwald, draft("""
                    "name": "Waschmaschine Öko 7", "device_group": "connected_home", "category": "appliance\"""", numbers(10), """
                    "kind": "period_from_purchase", "months": 120, "general_availability": "2026-01-15", """ + STATED, null, ""));
            hub = author.product(
                    halden,
                    draft(
                            "\"name\": \"Hub 1\", \"device_group\": \"connected_home\", \"category\": \"hub\"",
                            numbers(11),
                            fixed("2028-02", "\"general_availability\": \"2024-02-29\""),
                            null,
                            ""));
            String band = author.product(
                    shemesh,
                    draft("""
                    "name": "صحة ⌚ רצועה", "brand": "Shemesh", "device_group": "wearable", "category": "fitness-band\"""", numbers(12), "\"kind\": \"notice_before_end\", \"months\": 12, " + STATED, null, ""));
            author.product(
                    gruenwald,
                    draft(
                            """
                    "name": "Toaster Smart", "model": "T-1", "device_group": "other", "category": "other\"""",
                            null,
                            "\"kind\": \"none_promised\", \"end_of_sales\": \"unstated\", " + STATED,
                            null,
                            ""));
            String lock =
                    author.product(shemesh, draft("""
                    "name": "מנעול 3", "device_group": "connected_home", "category": "lock\"""", null, "\"kind\": \"no_end_announced\", " + STATED, null, ""));
            author.product(gruenwald, draft("""
                    "name": "Kühlschrank Klar 200", "device_group": "connected_home", "category": "appliance\"""", null, """
                    "kind": "ended_at_unstated_date", "end_of_sales": "2019-12-31", "end_of_feature_updates": "unstated", """ + STATED, null, ""));
            author.product(
                    shemesh,
                    draft(
                            """
                    "name": "Lamp", "device_group": "connected_home", "category": "light\"""",
                            null,
                            "\"kind\": \"not_stated\", \"general_availability\": \"2023-09-01\", " + STATED,
                            null,
                            ""));

            author.on("2026-03-02");
            author.change(gruenwald, washer, draft("""
                    "name": "Waschmaschine Öko 7 Plus", "model": "WÖ7+", "brand": "Grünwald", "device_group": "connected_home",
                    "category": "appliance\"""", null, """
                    "kind": "period_from_purchase", "months": 132, "general_availability": "2026-01-15", """ + STATED, null, ""));
            author.change(
                    shemesh,
                    band,
                    draft(
                            """
                    "name": "صحة ⌚ רצועה", "brand": "Shemesh", "device_group": "wearable", "category": "fitness-band\"""",
                            null,
                            fixed(
                                    "2029-12-31",
                                    "\"reason\": {\"he\": \"השבב כבר לא מיוצר.\", \"en\": \"The chip is no longer made.\"}"),
                            null,
                            ""));
            author.change(
                    shemesh,
                    lock,
                    draft(
                            """
                    "name": "מנעול 3", "device_group": "connected_home", "category": "lock\"""",
                            null,
                            fixed(
                                    "2030-01-31",
                                    "\"error_corrected\": true, \"reason\": {\"en\": \"An end was announced, we forgot it.\"}"),
                            null,
                            ""));
            author.change(
                    shemesh,
                    lock,
                    draft(
                            """
                    "name": "מנעול 3", "device_group": "connected_home", "category": "lock\"""",
                            null,
                            fixed(
                                    "2030-12-31",
                                    "\"error_corrected\": true, \"reason\": {\"en\": \"The wrong month.\"}"),
                            null,
                            ""));
            author.change(
                    shemesh,
                    lock,
                    draft(
                            """
                    "name": "מנעול 3", "device_group": "connected_home", "category": "lock\"""",
                            null,
                            fixed(
                                    "2030-06-30",
                                    "\"error_corrected\": true, \"reason\": {\"en\": \"Still the wrong month.\"}"),
                            null,
                            ""));
        }

        private String hub = "";

        private String promise = "";

        private void hubPromisesLess() throws SQLException {
            author.on("2026-04-20");
            author.change(
                    halden,
                    hub,
                    draft(
                            "\"name\": \"Hub 1\", \"device_group\": \"connected_home\", \"category\": \"hub\"",
                            null,
                            fixed(
                                    "2027-08-31",
                                    "\"general_availability\": \"2024-02-29\","
                                            + " \"reason\": {\"en\": \"Its cloud partner closes.\"}"),
                            null,
                            ""));
            promise = author.lastDocument("/data/document");
        }

        private void policies(String camera) {
            author.on("2026-03-20");
            notice = author.policy(
                    halden,
                    PolicyBody.privacyNotice("# Privacy\n\nWe keep *pictures* for 30 days.\n")
                            .text("de", "text/markdown", "# Datenschutz\n\nWir speichern *Bilder* für 30 Tage.\n")
                            .text("ar", "text/plain", "نحتفظ بالصور لمدة ٣٠ يوما.")
                            .title("Privacy notice"));
            security = author.policy(
                    halden,
                    PolicyBody.privacyNotice("")
                            .html(
                                    "<h1>Security</h1><p onclick=\"x()\">We sign <b>everything</b> &amp; tell you.</p><script>1</script>")
                            .kind("security_policy")
                            .effectiveOn("2025-01-01"));
            promises = author.policy(
                    halden,
                    PolicyBody.privacyNotice("Five years at least.")
                            .kind("support_and_update_policy")
                            .effectiveOn("2024-06-01"));
            author.policy(
                    halden,
                    PolicyBody.privacyNotice("")
                            .only("en", "text/plain", "Write to security@halden.example.\nWe answer within 5 days.")
                            .kind("vulnerability_disclosure_policy"));
            author.policy(
                    gruenwald,
                    PolicyBody.privacyNotice("")
                            .only("de", "text/plain", "14 Tage Rückgaberecht, für alle Geräte.")
                            .withoutSources()
                            .kind("returns"));
            terms = author.policy(
                    halden,
                    PolicyBody.privacyNotice("Do not sell the pictures.")
                            .kind("terms")
                            .named(camera)
                            .effectiveOn("2027-01-01")
                            .material());
        }

        private String notice = "";
        private String security = "";
        private String promises = "";
        private String terms = "";

        /** What the products' own entries gave away is detected, and may be denied. */
        private void policiesFollow() {
            author.on("2026-06-10");
            author.policy(
                    halden,
                    PolicyBody.privacyNotice("# Privacy\n\nWe keep *pictures* for 90 days and show you ads.\n")
                            .text(
                                    "de",
                                    "text/markdown",
                                    "# Datenschutz\n\nWir speichern *Bilder* für 90 Tage und zeigen Werbung.\n")
                            .effectiveOn("2026-09-01")
                            .supersedes(
                                    notice,
                                    1,
                                    "data_category_added",
                                    "purpose_added",
                                    "controller_changed",
                                    "sharing_started",
                                    "recipient_category_added",
                                    "transfer_country_added",
                                    "sale_started",
                                    "retention_lengthened",
                                    "identifiability_raised",
                                    "rights_method_changed",
                                    "sensor_added",
                                    "opt_out_removed",
                                    "ai_training_use")
                            .material()
                            .contested("sale_started", "It is rented out.")
                            .contested("sensor_added", "The sensor was there; it is used now."));
            author.policy(
                    halden,
                    PolicyBody.privacyNotice("We sign everything and tell you within 40 days.")
                            .kind("security_policy")
                            .effectiveOn("2026-06-01")
                            .supersedes(security, 1, "cloud_dependency_added", "default_weakened", "claim_weakened"));
            author.policy(
                    halden,
                    PolicyBody.privacyNotice("Three years at least.")
                            .kind("support_and_update_policy")
                            .effectiveOn("2026-07-01")
                            .supersedes(promises, 1, "support_shortened"));
            author.policy(
                    halden,
                    PolicyBody.privacyNotice("# Privacy\n\nWe keep *pictures* for 90 days, and show you ads.\n")
                            .effectiveOn("2026-09-01")
                            .supersedes(notice, 2, "clarification", "editorial", "error_corrected"));
            author.policy(
                    halden,
                    PolicyBody.privacyNotice("Do not sell the pictures, please.")
                            .kind("terms")
                            // earlier than the version before, and for all products from then on
                            .effectiveOn("2026-12-24")
                            .supersedes(terms, 1, "editorial"));
        }

        /** Of a maker that is not here, until it is. */
        private void operatorLists() {
            author.on("2026-06-15");
            String identity = """
                    "name": "Fjord Two", "model": "F2", "brand": "Fjord", "device_group": "other", "category": "phone\"""";
            String says = READ
                    + ", \"updates\": {\"possible\": {\"answer\": \"yes\"}}, \"data\": {\"collects\": {\"answer\": \"partly\"}}";
            phone = author.product(office, fjord, draft(identity, numbers(20), fixed("2030-05-31", ""), says, ""));
            author.change(
                    office,
                    phone,
                    draft(identity, null, fixed("2029-05-31", "\"reason\": {\"en\": \"Read wrongly.\"}"), null, ""));
            author.change(
                    office,
                    phone,
                    draft(
                            identity,
                            null,
                            "\"kind\": \"not_stated\", \"end_of_sales\": \"2026-05-31\", " + READ,
                            null,
                            ""));
            tablet = author.product(office, fjord, draft("""
                    "name": "Fjord Tablet", "device_group": "other", "category": "tablet\"""", numbers(21), null, says, ""));

            author.on("2026-07-01");
            author.organisation(fjord, """
                    {"name": "Fjord Phones", "kind": "manufacturer", "country": "NO", "contact": "https://fjord.example/",
                     "verified": true, "suspended": false}""");
            author.command(office, "/v1/products/" + phone + ":hand-over", """
                    {"to": "%s", "reason": {"en": "Fjord Phones has joined."}}""".formatted(fjord.organisation));
            // the same words, as the maker's own
            author.change(
                    fjord,
                    phone,
                    draft(
                            identity,
                            numbers(20),
                            "\"kind\": \"not_stated\", \"end_of_sales\": \"2026-05-31\", " + READ,
                            says,
                            ""));
            author.command(office, "/v1/products/" + tablet + ":orphan", reason("Fjord says that it never made one."));
            author.command(
                    office, "/v1/products/" + tablet + ":hand-over", "{\"to\": \"%s\"}".formatted(fjord.organisation));
        }

        private String phone = "";
        private String tablet = "";

        private void numbersMove(String camera) {
            author.on("2026-07-13");
            author.change(halden, camera, draft("""
                    "name": "View 2 indoor camera", "model": "HV2-E", "brand": "Halden",
                    "device_group": "connected_home", "category": "camera\"""", numbers(2, 3, 4), null, null, ""));
            author.command(office, "/v1/gtins/" + Author.gtin(3) + ":move", """
                    {"to": "%s", "reason": {"en": "The number is Fjord's.", "no": "Nummeret er Fjords."}}""".formatted(phone));
            author.command(office, "/v1/gtins/" + Author.gtin(1) + ":move", "{\"to\": \"%s\"}".formatted(tablet));
            author.change(fjord, tablet, draft("""
                    "name": "Fjord Tablet", "device_group": "other", "category": "tablet\"""", "[]", null, null, ""));
        }

        private void firmware(String camera) throws SQLException {
            author.on("2026-08-03");
            String address = "/v1/products/" + camera + "/firmware";
            author.command(halden, address, release("2.4.0", true, false, ""));
            author.command(
                    halden,
                    address,
                    release(
                            "2.4.1+eu",
                            true,
                            true,
                            ", \"minimum_version\": \"2.0\", \"notes\": {\"en\": \"Mends the microphone.\", \"de\": \"Behebt Störgeräusche.\"}"));
            author.command(
                    halden,
                    address,
                    release("2.5.0", false, false, ", \"notes\": {\"en\": \"Copied from a rival's notes.\"}"));
            copiedNotes = author.lastDocument("/data/document");
            author.command(halden, address + "/2.5.0:withdraw", reason("It drains the battery."));
            author.command(fjord, "/v1/products/" + phone + "/firmware", release("17", true, true, ""));
        }

        private String copiedNotes = "";

        private static String release(String version, boolean signed, boolean antiRollback, String more) {
            return """
                    {"version": "%s", "released_on": "2026-08-01", "sha256": "%s", "size": 8388608, "signed": %s,
                     "anti_rollback": %s%s}""".formatted(version, "9f86d081884c7d65".repeat(4), signed, antiRollback, more);
        }

        private void lives() throws SQLException {
            author.on("2026-09-07");
            String one = simple(halden, "Plug", "connected_home", "plug");
            String two = simple(halden, "Plug 2", "connected_home", "plug");
            String three = simple(halden, "Plug 3", "connected_home", "plug");
            author.command(halden, "/v1/products/" + one + ":supersede", "{\"by\": \"%s\"}".formatted(two));
            author.command(halden, "/v1/products/" + two + ":supersede", """
                    {"by": "%s", "reason": {"en": "It is smaller.", "de": "Er ist kleiner."}}""".formatted(three));
            author.command(office, "/v1/products/" + two + ":orphan", reason("Halden no longer answers for it."));
            author.command(halden, "/v1/products/" + one + ":withdraw", reason("Nobody has one any more."));
            author.command(office, "/v1/products/" + three + ":suspend", reason("It gets hot."));
            String iron = simple(gruenwald, "Bügeleisen", "other", "other");
            author.command(gruenwald, "/v1/products/" + iron + ":withdraw", reason("It was never connected."));

            String toy = simple(shemesh, "דובי 🧸", "other", "toy");
            author.command(office, "/v1/products/" + toy + ":suspend", reason("Jane Roe wrote that it listens."));
            complaint = author.lastDocument("/data/document");
            author.command(office, "/v1/products/" + toy + ":lift", reason("It does not listen."));
            author.command(office, "/v1/products/" + toy + ":suspend", reason("It listens after all."));
            author.command(office, "/v1/products/" + toy + ":revoke", reason("It listens, and says that it does not."));
            String forged = simple(gruenwald, "Rauchmelder", "connected_home", "sensor");
            author.command(office, "/v1/products/" + forged + ":revoke", reason("It was never made."));
            String sold = author.product(
                    gruenwald,
                    draft(
                            """
                    "name": "Thermostat Klar", "device_group": "connected_home", "category": "thermostat\"""",
                            numbers(30),
                            fixed("2030-12-31", ""),
                            STATED + ", \"offline\": {\"works\": {\"answer\": \"yes\"}}",
                            ""));
            author.command(office, "/v1/products/" + sold + ":hand-over", """
                    {"to": "%s", "reason": {"en": "Grünwald sold its thermostats."}}""".formatted(halden.organisation));
            author.change(halden, sold, draft("""
                    "name": "Thermostat Klar", "brand": "Halden", "device_group": "connected_home", "category": "thermostat\"""", numbers(30), fixed("2031-12", ""), null, ""));
        }

        private String complaint = "";

        private String simple(Maker maker, String name, String group, String category) {
            return author.product(
                    maker,
                    draft(
                            "\"name\": \"%s\", \"device_group\": \"%s\", \"category\": \"%s\""
                                    .formatted(name, group, category),
                            null,
                            null,
                            null,
                            ""));
        }

        private void withholding() throws SQLException {
            author.on("2026-10-05");
            String clock = author.product(
                    ann,
                    draft(
                            """
                    "name": "Alarm clock", "device_group": "wearable", "category": "watch\"""",
                            numbers(40),
                            null,
                            STATED
                                    + ", \"product\": {\"intended_purpose\": {\"en\": \"A judge said that this is not to be said.\"}},"
                                    + " \"data\": {\"collects\": {\"answer\": \"no\"}}",
                            ""));
            String forbidden = author.lastDocument("/data/document");
            author.policy(
                    ann,
                    PolicyBody.privacyNotice("")
                            .only("en", "text/markdown", "A notice that somebody else wrote. ©")
                            .text("de", "text/markdown", "Meine eigene Erklärung."));
            String copied = author.lastDocument("/data/texts/0/document");
            author.organisation(ann, """
                    {"name": "Ann Example, clockmaker", "kind": "manufacturer", "country": "GB", "contact": "mailto:ann@clocks.example",
                     "verified": true, "suspended": false}""");
            String name = author.lastDocument("/data/document");

            simple(ann, "Doorbell of Jane Roe", "connected_home", "doorbell");
            String owner = author.lastDocument("/data/document");

            author.on("2026-10-19");
            author.withhold(office, name, "personal_data");
            author.withhold(office, forbidden, "court_order");
            author.withhold(office, copied, "copyright");
            author.withhold(office, copiedNotes, "malware");
            author.withhold(office, complaint, "other_law");
            author.withhold(office, owner, "personal_data");
            author.withhold(office, deniedBecause, "personal_data");
            author.withhold(office, promise, "court_order");
            author.withhold(office, shopsName, "court_order");
            author.on("2026-11-02");
            // life goes on beside what is withheld
            author.organisation(ann, """
                    {"name": "Clocks of Leeds", "kind": "manufacturer", "country": "GB", "verified": true, "suspended": false}""");
            author.organisation(gruenwald, """
                    {"name": "Grünwald Hausgeräte GmbH & Co. KG", "kind": "manufacturer", "country": "DE",
                     "contact": "mailto:sicherheit@gruenwald.example", "verified": true, "suspended": true}""");
            author.change(
                    ann,
                    clock,
                    draft("""
                    "name": "Alarm clock", "device_group": "wearable", "category": "watch\"""", null, null, STATED + ", \"data\": {\"collects\": {\"answer\": \"no\"}}", ""));
        }

        private static String reason(String text) {
            return "{\"reason\": {\"en\": \"" + text + "\"}}";
        }

        private static String fixed(String end, String more) {
            return "\"kind\": \"fixed_date\", \"end_of_security_support\": \"" + end + "\", " + SUPPORT_SAID
                    + (more.isEmpty() ? "" : ", " + more);
        }

        private static String numbers(int... numbers) {
            return Arrays.stream(numbers)
                    .mapToObj(n -> "\"" + Author.gtin(n) + "\"")
                    .collect(Collectors.joining(", ", "[", "]"));
        }

        /** Parts that are null stay as they were published. */
        private static String draft(String identity, String gtins, String support, String disclosure, String more) {
            List<String> parts = Stream.of(
                            "\"identity\": {" + identity + "}",
                            gtins == null ? "" : "\"gtins\": " + gtins,
                            support == null ? "" : "\"support\": {" + support + "}",
                            disclosure == null ? "" : "\"disclosure\": {" + disclosure + "}")
                    .filter(part -> !part.isEmpty())
                    .toList();
            return "{" + String.join(", ", parts) + more + "}";
        }

        /** Each of what is replaced is there: a slip of the pen would leave a document as it was. */
        private static String replaced(String text, String... fromTo) {
            String result = text;
            for (int i = 0; i < fromTo.length; i += 2) {
                if (!result.contains(fromTo[i])) {
                    throw new IllegalArgumentException(fromTo[i]);
                }
                result = result.replace(fromTo[i], fromTo[i + 1]);
            }
            return result;
        }
    }
}
