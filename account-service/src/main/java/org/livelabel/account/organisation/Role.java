package org.livelabel.account.organisation;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Arrays;
import java.util.Optional;

/** What a member may do. A set, not a ladder: an owner does not publish unless it is a publisher too. */
public enum Role {
    OWNER("owner"),
    EDITOR("editor"),
    PUBLISHER("publisher"),
    VIEWER("viewer");

    @EnumeratedValue
    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** As it is written everywhere outside this program. */
    @JsonValue
    public String code() {
        return code;
    }

    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}
