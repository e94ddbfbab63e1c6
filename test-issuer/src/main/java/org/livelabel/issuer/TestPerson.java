package org.livelabel.issuer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sits at the browser: has proven two factors just now and agrees to everything, unless told otherwise. */
public final class TestPerson {
    private volatile String subject = "00000000-0000-4000-8000-000000000001";
    private volatile Instant signedInAt = Instant.now();
    private volatile boolean declines;
    private volatile boolean ignoresMaxAge;
    private volatile Duration tokenLifetime = Duration.ofMinutes(5);
    private final List<String> signOuts = new CopyOnWriteArrayList<>();

    /** Back to how the person was at the start of the test run. */
    public void reset() {
        subject = "00000000-0000-4000-8000-000000000001";
        signedInAt = Instant.now();
        declines = false;
        ignoresMaxAge = false;
        tokenLifetime = Duration.ofMinutes(5);
        signOuts.clear();
    }

    public void is(String subject) {
        this.subject = subject;
    }

    /** How long ago the factors were proven; the issuer's session still runs. */
    public void signedIn(Duration ago) {
        signedInAt = Instant.now().minus(ago);
    }

    /** The next request comes back with {@code access_denied}. */
    public void declines() {
        declines = true;
    }

    /** The issuer does not ask again, however old the sign-in is. */
    public void ignoresMaxAge() {
        ignoresMaxAge = true;
    }

    public void tokensLive(Duration lifetime) {
        tokenLifetime = lifetime;
    }

    /** The {@code id_token_hint} of every sign-out so far, or an empty text where there was none. */
    public List<String> signOuts() {
        return List.copyOf(signOuts);
    }

    String subject() {
        return subject;
    }

    boolean agrees() {
        return !declines;
    }

    Duration tokenLifetime() {
        return tokenLifetime;
    }

    /** Proves the factors again where {@code maxAge} (seconds) asks for it. */
    Instant authenticate(long maxAge) {
        if (!ignoresMaxAge && signedInAt.plusSeconds(maxAge).isBefore(Instant.now())) {
            signedInAt = Instant.now();
        }
        return signedInAt;
    }

    void signsOut(String idToken) {
        signOuts.add(idToken);
    }
}
