package org.livelabel.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An access token in the making: two factors proven just now, for every service, unless changed. */
public final class TestToken {
    private final RSAKey key;
    private String keyId;
    private String issuer;
    private String subject = "00000000-0000-4000-8000-000000000001";
    private String client = "livelabel-cli";
    private String acr = "aal2";
    private List<String> audience = List.of("registry-service", "account-service");
    private Instant authenticatedAt = Instant.now();
    private Instant issuedAt = Instant.now();
    private Duration lifetime = Duration.ofMinutes(5);
    private final Map<String, Object> more = new LinkedHashMap<>();

    TestToken(RSAKey key, String issuer) {
        this.key = key;
        this.keyId = key.getKeyID();
        this.issuer = issuer;
    }

    public TestToken subject(String subject) {
        this.subject = subject;
        return this;
    }

    /** The client that the token was issued to ({@code azp}). */
    public TestToken client(String client) {
        this.client = client;
        return this;
    }

    public TestToken issuer(String issuer) {
        this.issuer = issuer;
        return this;
    }

    /** As after a change of keys: whoever checks it asks the issuer for its keys first. */
    public TestToken keyNobodyKnows() {
        this.keyId = "changed";
        return this;
    }

    public TestToken audience(String... audience) {
        this.audience = List.of(audience);
        return this;
    }

    public TestToken oneFactor() {
        this.acr = "aal1";
        return this;
    }

    /** How long ago the person signed in; the token itself is fresh. */
    public TestToken signedIn(Duration ago) {
        this.authenticatedAt = Instant.now().minus(ago);
        return this;
    }

    TestToken signedInAt(Instant moment) {
        this.authenticatedAt = moment;
        return this;
    }

    public TestToken lifetime(Duration lifetime) {
        this.lifetime = lifetime;
        return this;
    }

    /** Adds a claim, or puts another value in place of a usual one. */
    public TestToken claim(String name, Object value) {
        more.put(name, value);
        return this;
    }

    public TestToken expired() {
        this.issuedAt = Instant.now().minus(Duration.ofHours(1));
        return this;
    }

    /** The compact form, ready for an Authorization header. */
    public String signed() {
        try {
            JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                    .issuer(issuer)
                    .subject(subject)
                    .audience(audience)
                    .claim("azp", client)
                    .claim("typ", "Bearer")
                    .claim("acr", acr)
                    .claim("auth_time", authenticatedAt.getEpochSecond())
                    .issueTime(Date.from(issuedAt))
                    .expirationTime(Date.from(issuedAt.plus(lifetime)))
                    .jwtID(UUID.randomUUID().toString());
            more.forEach(claims::claim);
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
