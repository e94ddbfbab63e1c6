package org.livelabel.local.keycloak;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One code flow with PKCE (RFC 7636) of a client that returns to {@code redirect}.
 *
 * @param extra further parameters of the authorization request, {@code acr_values} for instance
 */
record AuthorizationRequest(
        URI realm, String client, URI redirect, String state, String verifier, Map<String, String> extra) {

    static AuthorizationRequest of(URI realm, String client, URI redirect, Map<String, String> extra) {
        SecureRandom random = new SecureRandom();
        return new AuthorizationRequest(realm, client, redirect, token(random), token(random), extra);
    }

    URI address() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", client);
        query.put("redirect_uri", redirect.toString());
        query.put("scope", "openid");
        query.put("state", state);
        query.put("code_challenge_method", "S256");
        query.put("code_challenge", challenge());
        query.putAll(extra);
        return URI.create(realm + "/protocol/openid-connect/auth?" + Http.encoded(query));
    }

    /** The form that changes {@code code} for tokens. */
    Map<String, String> exchange(String code) {
        return Map.of(
                "grant_type", "authorization_code",
                "client_id", client,
                "redirect_uri", redirect.toString(),
                "code", code,
                "code_verifier", verifier);
    }

    private String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
