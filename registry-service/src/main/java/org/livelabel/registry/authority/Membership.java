package org.livelabel.registry.authority;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param id the organisation
 * @param kind manufacturer, operator, retailer or lab
 * @param askedAt when account-service was asked for it; null as it comes from there
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Membership(
        UUID id,
        String kind,
        boolean verified,
        boolean suspended,
        Set<Role> roles,
        @Nullable Instant askedAt) {
    /** How long a removed member can still act. */
    static final Duration BELIEVED = Duration.ofSeconds(5);

    public boolean mayEdit() {
        return roles.contains(Role.EDITOR) || roles.contains(Role.PUBLISHER);
    }

    /** In a verified organisation that is not suspended. Whether its factors are fresh is another question. */
    public boolean mayPublish() {
        return verified && !suspended && roles.contains(Role.PUBLISHER);
    }

    public boolean isOperator() {
        return kind.equals("operator");
    }

    /** Whether it may have changed by then, and has to be asked for again, or not. */
    public boolean isBelievedAt(Instant moment) {
        return isBelieved(askedAt, moment);
    }

    /** An answer from what is the future by this clock was given by another one: it may be of any age. */
    static boolean isBelieved(@Nullable Instant askedAt, Instant moment) {
        return askedAt != null
                && !askedAt.isAfter(moment)
                && !askedAt.plus(BELIEVED).isBefore(moment);
    }

    Membership askedAt(Instant moment) {
        return new Membership(id, kind, verified, suspended, roles, moment);
    }
}
