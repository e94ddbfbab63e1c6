package org.livelabel.web.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The signed-in person and the organisations they belong to. */
public record Me(String subject, @Nullable String email, List<Membership> organisations) {

    /** @param roles any of owner, editor, publisher, viewer */
    public record Membership(
            UUID id, String name, String kind, boolean verified, boolean suspended, List<String> roles) {}
}
