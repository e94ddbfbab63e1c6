package org.livelabel.registry.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one version of a policy to the next, as far as it can be said in a word. Organisations say it, and where
 * a word is also a {@link org.livelabel.registry.disclosure.ChangeCode} of a disclosure, what is found there counts.
 */
enum PolicyChange {
    DATA_CATEGORY_ADDED(PolicyKind.PRIVACY_NOTICE),
    PURPOSE_ADDED(PolicyKind.PRIVACY_NOTICE),
    CONTROLLER_CHANGED(PolicyKind.PRIVACY_NOTICE),
    SHARING_STARTED(PolicyKind.PRIVACY_NOTICE),
    RECIPIENT_CATEGORY_ADDED(PolicyKind.PRIVACY_NOTICE),
    TRANSFER_COUNTRY_ADDED(PolicyKind.PRIVACY_NOTICE),
    SALE_STARTED(PolicyKind.PRIVACY_NOTICE),
    RETENTION_LENGTHENED(PolicyKind.PRIVACY_NOTICE),
    IDENTIFIABILITY_RAISED(PolicyKind.PRIVACY_NOTICE),
    RIGHTS_METHOD_CHANGED(PolicyKind.PRIVACY_NOTICE),
    SENSOR_ADDED(PolicyKind.PRIVACY_NOTICE),
    OPT_OUT_REMOVED(PolicyKind.PRIVACY_NOTICE),
    AI_TRAINING_USE(PolicyKind.PRIVACY_NOTICE),
    CLOUD_DEPENDENCY_ADDED(PolicyKind.SECURITY_POLICY),
    DEFAULT_WEAKENED(PolicyKind.SECURITY_POLICY),
    /** What was said to be so is said to be less so. */
    CLAIM_WEAKENED(PolicyKind.SECURITY_POLICY),
    SUPPORT_SHORTENED(PolicyKind.SUPPORT_AND_UPDATE_POLICY),
    CLARIFICATION(null),
    EDITORIAL(null),
    ERROR_CORRECTED(null);

    private final @Nullable PolicyKind about;

    PolicyChange(@Nullable PolicyKind about) {
        this.about = about;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it matters to people whatever the organisation says of it. */
    boolean isMaterial() {
        return about != null;
    }

    /** Whether a product that does this must be told of in the policies of that kind. */
    boolean isAbout(PolicyKind kind) {
        return about == kind;
    }

    /** Empty for a code that a later release wrote. */
    static Optional<PolicyChange> fromWireName(String name) {
        return Arrays.stream(values()).filter(c -> c.wireName().equals(name)).findFirst();
    }
}
