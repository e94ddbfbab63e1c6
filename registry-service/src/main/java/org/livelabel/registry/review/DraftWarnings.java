package org.livelabel.registry.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.product.Identity;
import org.livelabel.registry.promise.SupportTerms;
import org.livelabel.support.SupportEnd;

/** What may be published, but had better be looked at again. Addresses are not visited. */
class DraftWarnings {
    private static final Set<String> WITH_CAMERA = Set.of("camera", "doorbell", "baby-monitor");
    private static final int SHORT_MONTHS = 12;

    private final LocalDate today;
    private final List<Warning> warnings = new ArrayList<>();

    DraftWarnings(LocalDate today) {
        this.today = today;
    }

    List<Warning> of(Identity identity, @Nullable SupportTerms support, @Nullable JsonNode disclosure) {
        support(support);
        JsonNode document = disclosure == null ? MissingNode.getInstance() : disclosure;
        practices(identity, document);
        contradictions(document);
        if (document.at("/access/default_password/kind").asText().equals("fixed")) {
            warn(
                    "default_password_fixed",
                    "/disclosure/access/default_password/kind",
                    "All units share one password. Some countries forbid the sale.");
        }
        expired("/disclosure", document);
        return List.copyOf(warnings);
    }

    private void support(@Nullable SupportTerms terms) {
        if (terms == null || terms.kind().equals(SupportTerms.NOT_STATED)) {
            warn(
                    "support_not_stated",
                    "/support",
                    "Nothing is said about security updates. People will see “not stated”.");
            return;
        }
        switch (terms.kind()) {
            case "fixed_date" -> {
                LocalDate end = SupportEnd.parse(Objects.requireNonNull(terms.endOfSecuritySupport()))
                        .lastDay();
                if (end.isBefore(today.plusMonths(SHORT_MONTHS))) {
                    warn(
                            "support_short",
                            "/support/end_of_security_support",
                            "Who buys it today gets security updates for less than a year.");
                }
            }
            case "period_from_purchase" -> {
                if (Objects.requireNonNull(terms.months()) < SHORT_MONTHS) {
                    warn("support_short", "/support/months", "Security updates are promised for less than a year.");
                }
            }
            case "none_promised" ->
                warn(
                        "support_none_promised",
                        "/support/kind",
                        "No security updates are promised. The label says so plainly.");
            default -> {}
        }
    }

    private void practices(Identity identity, JsonNode document) {
        JsonNode practices = document.at("/data/practices");
        boolean camera = false;
        for (int i = 0; i < practices.size(); i++) {
            JsonNode practice = practices.get(i);
            String type = practice.get("data_type").asText();
            String at = "/disclosure/data/practices/" + i;
            camera |= type.equals("camera");
            if (practice.path("purposes").isEmpty()) {
                warn(
                        "purpose_missing",
                        at + "/purposes",
                        "It collects data of the kind " + type + ", but does not say what for.");
            }
            practice.path("shared_with").forEach(recipient -> {
                boolean trader = Set.of("advertiser", "data_broker")
                        .contains(recipient.path("role").asText());
                if (trader && !recipient.path("consent").asText().equals("opt_in")) {
                    warn(
                            "shared_without_consent",
                            at + "/shared_with",
                            recipient.get("name").asText()
                                    + " gets data for its own gain, and people are not asked first.");
                }
            });
        }
        if (WITH_CAMERA.contains(identity.category()) && !camera) {
            warn(
                    "camera_not_described",
                    "/disclosure/data/practices",
                    "It is listed as a " + identity.category()
                            + ", but nothing is said about its pictures and what they are for.");
        }
    }

    private void contradictions(JsonNode document) {
        boolean sold = document.at("/data/practices")
                .valueStream()
                .anyMatch(p -> p.path("sold").asText().equals("yes"));
        if (sold && document.at("/privacy/no_sale/answer").asText().equals("yes")) {
            warn(
                    "contradiction",
                    "/disclosure/privacy/no_sale",
                    "It promises never to sell data, and says that some is sold.");
        }
    }

    private void expired(String at, JsonNode node) {
        String until = node.path("valid_until").asText();
        if (!until.isEmpty() && LocalDate.parse(until).isBefore(today)) {
            warn("evidence_expired", at + "/valid_until", "What this rests on was valid until " + until + " only.");
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                expired(at + "/" + i, node.get(i));
            }
        } else {
            node.properties().forEach(member -> expired(at + "/" + member.getKey(), member.getValue()));
        }
    }

    private void warn(String code, String field, String message) {
        warnings.add(new Warning(code, field, message));
    }

    /** @param field JSON Pointer into the draft */
    @Schema(name = "Warning")
    record Warning(String code, String field, String message) {}
}
