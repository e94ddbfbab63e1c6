package org.livelabel.registry.disclosure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of change a rule found. A material one matters to people, whatever the maker thinks of it. */
public enum ChangeCode {
    SENSOR_ADDED(true),
    DATA_CATEGORY_ADDED(true),
    PURPOSE_ADDED(true),
    AI_TRAINING_USE(true),
    SHARING_STARTED(true),
    RECIPIENT_CATEGORY_ADDED(true),
    TRANSFER_COUNTRY_ADDED(true),
    SALE_STARTED(true),
    RETENTION_LENGTHENED(true),
    IDENTIFIABILITY_RAISED(true),
    RIGHTS_METHOD_CHANGED(true),
    OPT_OUT_REMOVED(true),
    DEFAULT_WEAKENED(true),
    /** A question that was answered well is answered less well, or not any more. */
    CLAIM_WEAKENED(true),
    CLOUD_DEPENDENCY_ADDED(true),
    SUPPORT_SHORTENED(true),
    /** One more recipient of a kind that there was before. */
    RECIPIENT_ADDED(false),
    IMPROVED(false),
    NEWLY_STATED(false),
    /** A fact changed that no rule watches. */
    OTHER_FACTS_CHANGED(false),
    /** Who measured, tested or wrote it down, or when. */
    EVIDENCE_CHANGED(false),
    /** Words only. */
    EDITORIAL(false),
    /** Declared, never detected: what was published before was a mistake. */
    ERROR_CORRECTED(false);

    private final boolean material;

    ChangeCode(boolean material) {
        this.material = material;
    }

    public boolean isMaterial() {
        return material;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ChangeCode> fromWireName(String name) {
        return Arrays.stream(values()).filter(c -> c.wireName().equals(name)).findFirst();
    }
}
