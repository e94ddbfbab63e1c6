package org.livelabel.web.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One signed-in browser; the handle itself is nowhere but in its cookie. */
@Entity
@Table(name = "browser_session")
class BrowserSession {
    @Id
    @Column(name = "handle_hash")
    String handleHash;

    @Column(name = "tokens")
    byte[] tokens;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;
}
