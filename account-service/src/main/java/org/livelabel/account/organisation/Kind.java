package org.livelabel.account.organisation;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Arrays;
import java.util.Optional;

/** What an organisation is. Only an operator acts on what belongs to others. */
public enum Kind {
    MANUFACTURER("manufacturer"),
    OPERATOR("operator"),
    RETAILER("retailer"),
    LAB("lab");

    @EnumeratedValue
    private final String code;

    Kind(String code) {
        this.code = code;
    }

    /** As it is written everywhere outside this program. */
    @JsonValue
    public String code() {
        return code;
    }

    public static Optional<Kind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
