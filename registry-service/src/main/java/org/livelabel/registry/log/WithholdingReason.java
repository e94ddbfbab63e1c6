package org.livelabel.registry.log;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Why a document may no longer be shown. The public is told this code and nothing more. */
public enum WithholdingReason {
    /** The database erases the bytes; for every other reason it only hides them, since an order may be lifted. */
    PERSONAL_DATA,
    COURT_ORDER,
    COPYRIGHT,
    MALWARE,
    OTHER_LAW;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static WithholdingReason fromWireName(String name) {
        return Arrays.stream(values())
                .filter(reason -> reason.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }
}
