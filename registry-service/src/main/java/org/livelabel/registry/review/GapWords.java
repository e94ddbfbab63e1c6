package org.livelabel.registry.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.livelabel.registry.disclosure.DisclosureFields;
import org.livelabel.registry.framework.Answer;
import org.livelabel.registry.framework.Source;

/** Says in plain English what a criterion lacks. */
@ApplicationScoped
class GapWords {
    private static final Map<String, String> RECORDS = Map.ofEntries(
            Map.entry("record:support", "the support commitment"),
            Map.entry("record:identity", "the product's name"),
            Map.entry("record:manufacturer", "the manufacturer's name"),
            Map.entry("record:firmware", "a published firmware release"),
            Map.entry("record:advisories", "published security advisories"),
            Map.entry("record:certificate", "a certificate of the programme"),
            Map.entry("record:certificate/administrator", "a certificate that names the label administrator"),
            Map.entry("record:certificate/laboratory", "a certificate that names the laboratory"),
            Map.entry("record:policy/privacy_notice", "a published privacy notice"),
            Map.entry("record:policy/support_and_update_policy", "a published support and update policy"),
            Map.entry("record:policy/vulnerability_disclosure_policy", "a published vulnerability disclosure policy"));

    private final DisclosureFields fields;

    GapWords(DisclosureFields fields) {
        this.fields = fields;
    }

    String missing(Answer answer, List<Source> open) {
        String what = open.stream().map(this::say).distinct().collect(Collectors.joining("; "));
        return switch (answer) {
            case NO -> "Answered with no by: " + what;
            case PARTLY -> "Not met, or only in part, by: " + what;
            default -> "Not stated yet: " + what;
        };
    }

    private String say(Source source) {
        return source.fields().stream()
                .map(this::say)
                .distinct()
                .collect(Collectors.joining(source.isEither() ? " or " : "; "));
    }

    private String say(String field) {
        String title = fields.title(field);
        return title == null ? RECORDS.getOrDefault(field, field) : "“" + title + "”";
    }
}
