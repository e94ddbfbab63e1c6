package org.livelabel.registry.testing;

/** Draft bodies with sane contents. */
public final class Drafts {
    private Drafts() {}

    public static String camera(String gtin) {
        return camera(gtin, "2031-06-30", "");
    }

    /** @param more further members of the support object, beginning with a comma */
    public static String camera(String gtin, String end, String more) {
        return """
                {"identity": {"name": "View 2", "model": "HV2-E", "device_group": "connected_home", "category": "camera"},
                 "gtins": ["%s"],
                 "support": {"kind": "fixed_date", "end_of_security_support": "%s", "general_availability": "2025-03-03",
                   "provenance": {"basis": "document", "asserted_on": "2025-03-03",
                     "evidence": [{"url": "https://halden.example/support", "title": "Support pledge"}]}%s},
                 "disclosure": {"provenance": {"basis": "statement", "asserted_on": "2025-03-03"},
                   "updates": {"automatic": {"answer": "yes"}},
                   "offline": {"works": {"answer": "partly"}, "keeps": [{"en": "Records to its card"}]}}}""".formatted(gtin, end, more);
    }

    public static String identityOnly(String name) {
        return "{\"identity\": {\"name\": \"%s\", \"device_group\": \"other\", \"category\": \"phone\"}}"
                .formatted(name);
    }

    /**
     * A product of which only some things are said.
     *
     * @param support members of the support object without its provenance; empty for none
     * @param disclosure members of the disclosure without its provenance; empty for none
     */
    public static String of(String name, String category, String gtin, String support, String disclosure) {
        String provenance = "\"provenance\": {\"basis\": \"statement\", \"asserted_on\": \"2025-03-03\"}";
        return "{\"identity\": {\"name\": \"%s\", \"device_group\": \"connected_home\", \"category\": \"%s\"}, \"gtins\": [\"%s\"]%s%s}"
                .formatted(
                        name,
                        category,
                        gtin,
                        support.isEmpty() ? "" : ", \"support\": {" + provenance + ", " + support + "}",
                        disclosure.isEmpty() ? "" : ", \"disclosure\": {" + provenance + ", " + disclosure + "}");
    }

    /** Members of a support object: a fixed end. */
    public static String until(String end) {
        return "\"kind\": \"fixed_date\", \"end_of_security_support\": \"" + end + "\"";
    }
}
