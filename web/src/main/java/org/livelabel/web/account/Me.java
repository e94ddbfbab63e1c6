package org.livelabel.web.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.web.service.Received;

/** The signed-in person and the organisations they belong to, read as far as they can be read. */
public record Me(@Nullable String email, List<Membership> organisations) {

    static Me of(Received me) {
        me.expects("organisations");
        return new Me(
                me.text("email"),
                me.parts("organisations", "membership").stream()
                        .flatMap(membership -> Membership.of(membership).stream())
                        .toList());
    }

    /** @param roles any of owner, editor, publisher, viewer */
    public record Membership(UUID id, String name, boolean verified, boolean suspended, List<String> roles) {
        /** Nothing can be asked of an organisation without an id. */
        static Optional<Membership> of(Received membership) {
            membership.expects("id", "name", "verified", "suspended", "roles");
            UUID id = membership.id("id");
            return id == null
                    ? Optional.empty()
                    : Optional.of(new Membership(
                            id,
                            membership.text("name", "Name not readable"),
                            membership.flag("verified"),
                            membership.flag("suspended"),
                            membership.texts("roles")));
        }
    }
}
