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
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Authorizations(String subject, @Nullable Instant signedInAfter, List<Membership> organisations) {
    /** Whether a session that began then, if that is known, was ended with all the others. */
    boolean endedSessionsOf(@Nullable Instant signedInAt) {
        return signedInAfter != null && Proof.endedAt(signedInAt, signedInAfter);
    }
}
