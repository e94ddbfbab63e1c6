package org.livelabel.web;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Speaks account-service's {@code GET /v1/me}, with or without the demand for a fresh proof. */
public final class FakeAccount extends FakeService {
    private static final Pattern AUTH_TIME = Pattern.compile("\"auth_time\":(\\d+)");

    private final List<Map<String, Object>> organisations = new ArrayList<>();
    private volatile boolean freshProof;
    private volatile boolean neverSatisfied;
    private volatile boolean refuses;

    public static FakeAccount start() {
        return new FakeAccount();
    }

    @Override
    public void reset() {
        super.reset();
        organisations.clear();
        freshProof = false;
        neverSatisfied = false;
        refuses = false;
    }

    public void has(String id, String name, boolean verified, String... roles) {
        organisations.add(Map.of(
                "id",
                id,
                "name",
                name,
                "kind",
                "manufacturer",
                "verified",
                verified,
                "suspended",
                false,
                "roles",
                List.of(roles)));
    }

    /** Two factors within the last 15 minutes, or 401 (RFC 9470). */
    public void asksForFreshProof() {
        freshProof = true;
    }

    /** Asks for a proof whatever is presented. */
    public void isNeverSatisfied() {
        neverSatisfied = true;
    }

    /** Takes no token at all. */
    public void refusesEveryToken() {
        refuses = true;
    }

    @Override
    Answer answer(HttpExchange exchange, String path, Map<String, String> query) {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization == null || refuses) {
            return new Answer(401, Map.of(), Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""));
        }
        if (neverSatisfied
                || freshProof && provenAt(authorization).isBefore(Instant.now().minus(Duration.ofMinutes(15)))) {
            return new Answer(
                    401,
                    Map.of("title", "Prove it again"),
                    Map.of(
                            "WWW-Authenticate",
                            "Bearer error=\"insufficient_user_authentication\", acr_values=\"aal2\", max_age=\"900\""));
        }
        return new Answer(
                200, Map.of("subject", "s", "email", "ada@example.org", "organisations", List.copyOf(organisations)));
    }

    private static Instant provenAt(String authorization) {
        String claims =
                new String(Base64.getUrlDecoder().decode(authorization.split("\\.")[1]), StandardCharsets.UTF_8);
        Matcher matcher = AUTH_TIME.matcher(claims);
        return matcher.find() ? Instant.ofEpochSecond(Long.parseLong(matcher.group(1))) : Instant.EPOCH;
    }
}
