package org.livelabel.web.organisation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.web.account.Me;
import org.livelabel.web.wording.Chip;
import org.livelabel.web.wording.Tone;

/**
 * An organisation of the signed-in person.
 *
 * @param may what their roles let them do there, in words
 * @param warning why nothing can be published at present
 */
record MembershipView(
        UUID id,
        String name,
        Chip chip,
        List<String> may,
        @Nullable String warning) {

    static MembershipView of(Me.Membership membership) {
        return new MembershipView(
                membership.id(),
                membership.name(),
                chip(membership),
                membership.roles().stream().map(MembershipView::may).toList(),
                warning(membership));
    }

    private static Chip chip(Me.Membership membership) {
        if (membership.suspended()) {
            return new Chip(Tone.WARN, "circle-pause", "Suspended");
        }
        return membership.verified()
                ? new Chip(Tone.OK, "badge-check", "Identity checked")
                : new Chip(Tone.WARN, "hourglass", "Identity not checked yet");
    }

    private static @Nullable String warning(Me.Membership membership) {
        if (membership.suspended()) {
            return "This organisation is suspended. Drafts can be read; nothing can be published until an operator "
                    + "lifts it.";
        }
        return membership.verified()
                ? null
                : "We have not checked this organisation’s identity yet. Drafts can be written; publishing comes after.";
    }

    private static String may(String role) {
        return switch (role) {
            case "owner" -> "look after members";
            case "editor" -> "write drafts";
            case "publisher" -> "publish";
            case "viewer" -> "read drafts";
            default -> role;
        };
    }
}
