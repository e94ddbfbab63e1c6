package org.livelabel.web.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** Rows are written once; a refreshed session is a new row. */
@ApplicationScoped
class BrowserSessionRepository implements PanacheRepositoryBase<BrowserSession, String> {
    @Transactional
    void keep(BrowserSession session) {
        persist(session);
    }

    /** @return the tokens as kept, unless the session has expired */
    @Transactional
    Optional<byte[]> tokens(String handleHash, Instant now) {
        return find("handleHash = ?1 and expiresAt > ?2", handleHash, now)
                .firstResultOptional()
                .map(session -> session.tokens);
    }

    @Transactional
    void end(String handleHash) {
        delete("handleHash", handleHash);
    }

    /** @return how many were removed */
    @Transactional
    long removeExpired(Instant now) {
        return delete("expiresAt <= ?1", now);
    }
}
