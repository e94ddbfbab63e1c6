package org.livelabel.registry.authority;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.identity.Proof;

/**
 * What account-service says of one person.
 *
 * @param signedInAfter all the person's sessions were ended then: who signed in before does not act any more
 * @param askedAt when it was asked; null as it comes from there
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Authorizations(
        String subject,
        @Nullable Instant signedInAfter,
        List<Membership> organisations,
        @Nullable Instant askedAt) {
    boolean isBelievedAt(Instant moment) {
        return Membership.isBelieved(askedAt, moment);
    }

    Authorizations askedAt(Instant moment) {
        return new Authorizations(
                subject,
                signedInAfter,
                organisations.stream()
                        .map(membership -> membership.askedAt(moment))
                        .toList(),
                moment);
    }

    /** Whether a session that began then, if that is known, was ended with all the others. */
    boolean endedSessionsOf(@Nullable Instant signedInAt) {
        return signedInAfter != null && Proof.endedAt(signedInAt, signedInAfter);
    }
}
