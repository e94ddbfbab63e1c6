package org.livelabel.registry.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What changed in the use of people's data. A rule compares what was said with what is said: a first word on a subject is
 * no change, or makers would pay for telling more.
 */
final class DataRules {
    private static final Set<String> SENSORS =
            Set.of("camera", "microphone", "location", "motion", "presence", "biometric", "health", "climate");

    private final List<Finding> findings = new ArrayList<>();

    private DataRules() {}

    static List<Finding> between(JsonNode before, JsonNode after) {
        DataRules rules = new DataRules();
        Map<String, DataUse> old = DataUse.in(before);
        boolean toldBefore =
                !before.at("/data/practices").isEmpty() || Collection.of(before).deniesAll();
        DataUse.in(after).forEach((key, use) -> {
            DataUse was = old.get(key);
            if (was != null) {
                rules.compare(was, use);
            } else if (toldBefore) {
                rules.added(use);
            }
        });
        return rules.findings;
    }

    /** What is new is more than its kind: from its first day it may be used for more, go further, and be sold. */
    private void added(DataUse use) {
        boolean sensed = SENSORS.contains(use.dataType())
                && (!use.says("collected_by") || use.values("collected_by").contains("device"));
        find(sensed ? ChangeCode.SENSOR_ADDED : ChangeCode.DATA_CATEGORY_ADDED, use, "", "now collected.");
        use.furtherPurposes().forEach(purpose -> purpose(use, purpose));
        Set<String> recipients = use.recipients("name");
        if (!recipients.isEmpty()) {
            sharingStarted(use, recipients);
        }
        if (use.isSold()) {
            saleStarted(use);
        }
    }

    private void purpose(DataUse use, String purpose) {
        find(
                purpose.equals("ai_training") ? ChangeCode.AI_TRAINING_USE : ChangeCode.PURPOSE_ADDED,
                use,
                "/purposes",
                "now also used for " + PlainWords.say("purpose", purpose) + ".");
    }

    private void sharingStarted(DataUse use, Set<String> recipients) {
        find(ChangeCode.SHARING_STARTED, use, "/shared_with", "now shared with " + String.join(", ", recipients) + ".");
    }

    private void saleStarted(DataUse use) {
        find(ChangeCode.SALE_STARTED, use, "/sold", "now sold.");
    }

    private void compare(DataUse was, DataUse is) {
        if (SENSORS.contains(is.dataType())
                && was.says("collected_by")
                && added(was, is, "collected_by").contains("device")) {
            find(ChangeCode.SENSOR_ADDED, is, "/collected_by", "now collected by the device as well.");
        }
        if (was.says("purposes")) {
            added(was, is, "purposes").forEach(purpose -> purpose(is, purpose));
        }
        sharing(was, is);
        retention(was, is, "kept_on_device", "on the device");
        retention(was, is, "kept_in_cloud", "on servers");
        if (was.says("cloud_regions")) {
            Set<String> countries = added(was, is, "cloud_regions");
            if (!countries.isEmpty()) {
                find(
                        ChangeCode.TRANSFER_COUNTRY_ADDED,
                        is,
                        "/cloud_regions",
                        "now also kept in " + String.join(", ", countries) + ".");
            }
        }
        if (!was.isSold() && was.says("sold") && is.isSold()) {
            saleStarted(is);
        }
        if (was.tie() >= 0 && is.tie() > was.tie()) {
            find(ChangeCode.IDENTIFIABILITY_RAISED, is, "/identifiable", "now more closely tied to a person.");
        }
        choices(was, is);
    }

    private void sharing(DataUse was, DataUse is) {
        if (!was.says("shared_with")) {
            return;
        }
        Set<String> names = minus(is.recipients("name"), was.recipients("name"));
        Set<String> roles = minus(is.recipients("role"), was.recipients("role"));
        if (was.recipients("name").isEmpty() && !names.isEmpty()) {
            sharingStarted(is, names);
        } else if (!roles.isEmpty()) {
            String spoken = String.join(
                    ", ", roles.stream().map(r -> PlainWords.say("role", r)).toList());
            find(ChangeCode.RECIPIENT_CATEGORY_ADDED, is, "/shared_with", "now also shared with " + spoken + ".");
        } else if (!names.isEmpty()) {
            find(
                    ChangeCode.RECIPIENT_ADDED,
                    is,
                    "/shared_with",
                    "now also shared with " + String.join(", ", names) + ".");
        }
        Set<String> uninvited = minus(is.uninvited(), was.uninvited());
        uninvited.retainAll(was.recipients("name"));
        if (!uninvited.isEmpty()) {
            find(
                    ChangeCode.DEFAULT_WEAKENED,
                    is,
                    "/shared_with",
                    "now shared without asking first with " + String.join(", ", uninvited) + ".");
        }
    }

    private void retention(DataUse was, DataUse is, String member, String place) {
        Integer old = was.kept(member);
        if (old == null || Objects.equals(old, is.kept(member))) {
            return;
        }
        Integer now = is.kept(member);
        if (now == null || now > old) {
            find(
                    ChangeCode.RETENTION_LENGTHENED,
                    is,
                    "/" + member,
                    "kept longer " + place + ", " + was.keptInWords(member) + " before, now " + is.keptInWords(member)
                            + ".");
        }
    }

    private void choices(DataUse was, DataUse is) {
        if ("yes".equals(was.agreed("can_decline")) && !"yes".equals(is.agreed("can_decline"))) {
            find(
                    ChangeCode.OPT_OUT_REMOVED,
                    is,
                    "/can_decline",
                    "can no longer be declined, or it is not said that it can.");
        }
        if ("yes".equals(was.agreed("opt_in")) && !"yes".equals(is.agreed("opt_in")) && is.isUsedFurther()) {
            find(
                    ChangeCode.DEFAULT_WEAKENED,
                    is,
                    "/opt_in",
                    "further uses are no longer off until the person agrees, or it is not said that they are.");
        }
    }

    private void find(ChangeCode code, DataUse use, String member, String what) {
        findings.add(Finding.of(code, use.pointer() + member, use.name() + ": " + what));
    }

    private static Set<String> added(DataUse was, DataUse is, String member) {
        return minus(is.values(member), was.values(member));
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
