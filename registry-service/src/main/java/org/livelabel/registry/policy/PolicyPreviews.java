package org.livelabel.registry.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Shows what publishing would do, by the same rules. */
@ApplicationScoped
class PolicyPreviews {
    private final PolicyPlanning planning;
    private final PolicyDiffs diffs;

    PolicyPreviews(PolicyPlanning planning, PolicyDiffs diffs) {
        this.planning = planning;
        this.diffs = diffs;
    }

    @Transactional
    PolicyPreview preview(UUID organisation, PolicyInput input) {
        PolicyPlan plan = planning.plan(organisation, input);
        return new PolicyPreview(
                plan.version(),
                input.effectiveOn(),
                plan.changesNothing(),
                plan.material(),
                input.material(),
                input.changeCodes().stream().map(ChangeCode::wireName).toList(),
                plan.detected().stream().map(ChangeCode::wireName).toList(),
                input.contested().keySet(),
                input.texts().stream().map(text -> text(plan, text)).toList());
    }

    private PolicyPreview.Text text(PolicyPlan plan, PolicyInput.Text text) {
        return new PolicyPreview.Text(
                text.language(),
                text.mediaType(),
                text.text(),
                text.removed(),
                diffs.preview(plan.previous(), text)
                        .map(PolicyDiffResponse.Text::of)
                        .orElse(null));
    }
}
