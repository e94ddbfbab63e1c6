package org.livelabel.registry.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.disclosure.Finding;
import org.livelabel.registry.draft.DisclosureAssessment;
import org.livelabel.registry.entry.GtinsChanged;
import org.livelabel.registry.entry.SupportCommitted;
import org.livelabel.registry.product.Identity;
import org.livelabel.registry.promise.SupportTerms;

/** Says in plain English what a part of a draft would change. */
final class PartSummaries {
    private PartSummaries() {}

    static List<String> identity(@Nullable Identity before, Identity after) {
        if (before == null) {
            return List.of("The product “" + after.name() + "” is published for the first time.");
        }
        List<String> lines = new ArrayList<>();
        changed(lines, "name", before.name(), after.name());
        changed(lines, "model", before.model(), after.model());
        changed(lines, "brand", before.brand(), after.brand());
        changed(lines, "device group", before.deviceGroup(), after.deviceGroup());
        changed(lines, "category", before.category(), after.category());
        return lines;
    }

    static List<String> gtins(GtinsChanged moved) {
        List<String> lines = new ArrayList<>();
        moved.taken().forEach(gtin -> lines.add("GTIN " + gtin + " leads to this product from now on."));
        moved.released().forEach(gtin -> lines.add("GTIN " + gtin + " no longer leads to this product."));
        return lines.isEmpty()
                ? List.of("The GTINs stand in another order; the first is the one for the QR code.")
                : lines;
    }

    static List<String> support(SupportCommitted entry, @Nullable SupportTerms before, SupportTerms after) {
        String now = terms(after);
        if (before == null) {
            return List.of("Security updates: " + now + ".");
        }
        String line = "Security updates: " + terms(before) + " before, now " + now + ".";
        return entry.isShortening()
                ? List.of(line, "This promises less than before. Both promises and your reason stay public for good.")
                : List.of(line);
    }

    static List<String> disclosure(DisclosureAssessment assessment) {
        if (assessment.before() == null) {
            return List.of("A disclosure is published for the first time.");
        }
        return assessment.findings().isEmpty()
                ? List.of("The disclosure is published again.")
                : assessment.findings().stream().map(Finding::summary).toList();
    }

    private static String terms(SupportTerms terms) {
        return switch (terms.kind()) {
            case "fixed_date" -> "until " + terms.endOfSecuritySupport();
            case "period_from_purchase" -> months(terms) + " from the day of purchase";
            case "notice_before_end" -> "until they are ended with " + months(terms) + " of notice";
            case "none_promised" -> "none promised";
            case "no_end_announced" -> "no end announced";
            case "ended_at_unstated_date" -> "ended, nobody said when";
            default -> "not stated";
        };
    }

    private static String months(SupportTerms terms) {
        return Objects.requireNonNullElse(terms.months(), 0) + " months";
    }

    private static void changed(List<String> lines, String what, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            lines.add("The " + what + " was " + quoted(before) + ", now it is " + quoted(after) + ".");
        }
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "not stated" : "“" + text + "”";
    }
}
