package org.livelabel.registry.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.entry.DocumentRef;
import org.livelabel.registry.entry.PolicyText;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.text.DiffPage;
import org.livelabel.registry.text.ReadableText;
import org.livelabel.registry.text.TextDiff;

/** Compares versions of a policy in a language that both have. What people read is compared, not HTML tags. */
@ApplicationScoped
class PolicyDiffs {
    private final Documents documents;
    private final PolicyViews views;

    PolicyDiffs(Documents documents, PolicyViews views) {
        this.documents = documents;
        this.views = views;
    }

    @Transactional
    PolicyDiffResponse between(
            PolicyTimeline policy, PolicyRecord from, PolicyRecord to, @Nullable String asked, LocalDate day) {
        String language = language(from, to, asked);
        List<PolicyRecord> step = step(policy, from, to);
        return new PolicyDiffResponse(
                views.version(from, policy.status(from, day)),
                views.version(to, policy.status(to, day)),
                language,
                step.stream().anyMatch(PolicyRecord::material),
                step.stream()
                        .flatMap(v -> Stream.concat(v.changeCodes().stream(), v.detectedCodes().stream()))
                        .distinct()
                        .sorted()
                        .toList(),
                PolicyDiffResponse.Text.of(TextDiff.between(
                        text(from, language).orElseThrow(), text(to, language).orElseThrow())));
    }

    /** The same for people. */
    static String page(PolicyDiffResponse diff) {
        PolicyVersionResponse from = diff.from();
        PolicyVersionResponse to = diff.to();
        return DiffPage.of(
                PolicyKind.fromWireName(to.kind()).orElseThrow().title() + ": from version " + from.version()
                        + " to version " + to.version(),
                diff.language(),
                List.of(
                        "Version " + from.version() + " is in effect from " + from.effectiveOn() + ", version "
                                + to.version() + " from " + to.effectiveOn() + " (UTC days).",
                        diff.material()
                                ? "The change is material: it matters to people."
                                : "The change is not marked as material.",
                        diff.text().explanation()),
                diff.text().segments());
    }

    /** What a new text would change; empty if the version before has none in this language. */
    @Transactional
    Optional<TextDiff> preview(@Nullable PolicyRecord before, PolicyInput.Text text) {
        return Optional.ofNullable(before)
                .flatMap(version -> text(version, text.language()))
                .map(old -> TextDiff.between(old, ReadableText.of(text.mediaType(), text.text())));
    }

    /** The versions that make the way from one to the other, in whichever direction it is asked. */
    private static List<PolicyRecord> step(PolicyTimeline policy, PolicyRecord from, PolicyRecord to) {
        int low = Math.min(from.version(), to.version());
        int high = Math.max(from.version(), to.version());
        return policy.versions().stream()
                .filter(v -> v.version() > low && v.version() <= high)
                .toList();
    }

    private Optional<String> text(PolicyRecord version, String language) {
        return version.texts().stream()
                .filter(text -> text.language().equals(language))
                .findFirst()
                .map(PolicyText::document)
                .map(this::readable);
    }

    private String readable(DocumentRef document) {
        return ReadableText.of(document.mediaType(), documents.text(document.sha256()));
    }

    private static String language(PolicyRecord from, PolicyRecord to, @Nullable String asked) {
        List<String> earlier = languages(from);
        List<String> both = languages(to).stream().filter(earlier::contains).toList();
        if (asked != null && both.contains(asked)) {
            return asked;
        }
        if (asked != null || both.isEmpty()) {
            throw Problem.at(
                    ProblemType.INVALID_CONTENT,
                    "language",
                    both.isEmpty()
                            ? "cannot be chosen: no language stands in both versions; version " + from.version()
                                    + " has " + String.join(", ", earlier) + ", version " + to.version() + " has "
                                    + String.join(", ", languages(to))
                            : "must be one that both versions have: " + String.join(", ", both));
        }
        return both.getFirst();
    }

    private static List<String> languages(PolicyRecord version) {
        return version.texts().stream().map(PolicyText::language).toList();
    }
}
