package org.livelabel.registry.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is promised less than before: answers, defaults, rights and numbers. */
final class ClaimRules {
    /** Where a lesser answer means something more exact than that a claim got weaker. */
    private static final Map<String, ChangeCode> MEANINGS = Map.of(
            "/offline/works", ChangeCode.CLOUD_DEPENDENCY_ADDED,
            "/updates/automatic", ChangeCode.DEFAULT_WEAKENED,
            "/security/secure_by_default", ChangeCode.DEFAULT_WEAKENED,
            "/privacy/controls", ChangeCode.OPT_OUT_REMOVED,
            "/privacy/deletion", ChangeCode.RIGHTS_METHOD_CHANGED,
            "/privacy/device_erase", ChangeCode.RIGHTS_METHOD_CHANGED,
            "/ownership/transferable", ChangeCode.RIGHTS_METHOD_CHANGED);

    /** Claims of which no answer is better than the others. */
    private static final Set<String> NEUTRAL = Set.of("/data/collects", "/children/intended_for");

    /** Numbers, and whether more of them is better for people. */
    private static final Map<String, Boolean> MORE_IS_BETTER = Map.of(
            "/lifetime/warranty_months", true,
            "/lifetime/expected_years", true,
            "/updates/downloadable_years", true,
            "/returns/days", true,
            "/updates/fix_within_days", false,
            "/updates/longest_gap_days", false,
            "/vulnerabilities/acknowledged_within_days", false);

    /** From worst to best. */
    private static final List<String> FIRST_PASSWORDS =
            List.of("fixed", "must_change", "unique_per_device", "user_chosen");

    private final JsonNode before;
    private final JsonNode after;
    private final List<Finding> findings = new ArrayList<>();

    private ClaimRules(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    static List<Finding> between(JsonNode before, JsonNode after, DisclosureFields fields) {
        ClaimRules rules = new ClaimRules(before, after);
        for (DisclosureFields.Field field : fields.all().values()) {
            Boolean moreIsBetter = MORE_IS_BETTER.get(field.pointer());
            if (moreIsBetter != null) {
                rules.number(field, moreIsBetter);
            } else if (field.kind() == DisclosureFields.Kind.CLAIM && !NEUTRAL.contains(field.pointer())) {
                rules.claim(field);
            }
        }
        rules.collection();
        rules.firstPassword();
        rules.deletion();
        rules.controls();
        return rules.findings;
    }

    private void claim(DisclosureFields.Field field) {
        String was = before.at(field.pointer()).path("answer").asText();
        String is = after.at(field.pointer()).path("answer").asText();
        if (rank(was) >= 2 && rank(is) < rank(was) && !is.equals("not_applicable")) {
            find(
                    MEANINGS.getOrDefault(field.pointer(), ChangeCode.CLAIM_WEAKENED),
                    field.pointer(),
                    "“" + field.title() + "” " + PlainWords.say("answer", was) + " before, now "
                            + PlainWords.say("answer", is) + ".");
        }
    }

    /** The rank of silence is that of a no: it promises nothing either. */
    static int rank(String answer) {
        return switch (answer) {
            case "yes" -> 3;
            case "partly" -> 2;
            default -> 1;
        };
    }

    private void number(DisclosureFields.Field field, boolean moreIsBetter) {
        JsonNode was = before.at(field.pointer());
        JsonNode is = after.at(field.pointer());
        if (was.isMissingNode()) {
            return;
        }
        boolean more = is.asInt() > was.asInt();
        boolean differs = is.asInt() != was.asInt();
        if (is.isMissingNode() || differs && more != moreIsBetter) {
            find(
                    ChangeCode.CLAIM_WEAKENED,
                    field.pointer(),
                    "“" + field.title() + "” " + was.asInt() + " before, now "
                            + (is.isMissingNode() ? "not stated" : is.asText()) + ".");
        }
    }

    private void collection() {
        String is = after.at("/data/collects/answer").asText();
        if (Collection.of(before).deniesAll() && rank(is) >= 2) {
            find(
                    ChangeCode.DATA_CATEGORY_ADDED,
                    "/data/collects",
                    "It collected no data about people before; now it does.");
        }
    }

    private void firstPassword() {
        String pointer = "/access/default_password/kind";
        int was = FIRST_PASSWORDS.indexOf(before.at(pointer).asText());
        int is = FIRST_PASSWORDS.indexOf(after.at(pointer).asText());
        if (was > is && after.at(pointer).isTextual() && is >= 0) {
            find(ChangeCode.DEFAULT_WEAKENED, pointer, "The password of a new device is less safe than before.");
        }
    }

    /** How people use their right, while the answer itself stays. */
    private void deletion() {
        JsonNode was = before.at("/privacy/deletion");
        JsonNode is = after.at("/privacy/deletion");
        if (!was.has("answer")
                || rank(is.path("answer").asText()) < rank(was.path("answer").asText())) {
            return;
        }
        boolean way = was.has("how") && !was.get("how").equals(is.path("how"));
        boolean place = was.path("where")
                .valueStream()
                .anyMatch(one -> is.path("where").valueStream().noneMatch(one::equals));
        JsonNode days = is.path("servers_within_days");
        boolean later = was.has("servers_within_days")
                && (days.isMissingNode()
                        || days.asInt() > was.get("servers_within_days").asInt());
        if (way || place || later) {
            find(
                    ChangeCode.RIGHTS_METHOD_CHANGED,
                    "/privacy/deletion",
                    "How people have their data deleted, where from, or how soon, is not what it was.");
        }
    }

    private void controls() {
        String pointer = "/privacy/controls_url";
        if (before.at(pointer).isTextual() && after.at(pointer).isMissingNode()) {
            find(ChangeCode.OPT_OUT_REMOVED, pointer, "It is no longer said where the privacy settings are.");
        }
    }

    private void find(ChangeCode code, String field, String summary) {
        findings.add(Finding.of(code, field, summary));
    }
}
