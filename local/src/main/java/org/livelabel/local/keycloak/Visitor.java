package org.livelabel.local.keycloak;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Goes through Keycloak's pages as a browser without JavaScript would, and keeps their cookies. */
final class Visitor implements AutoCloseable {
    private static final int REDIRECTS = 10;

    private final Http http = new Http();
    // Keycloak marks its cookies Secure even on http://localhost, where browsers accept that and Java's own jar does
    // not
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Page open(URI address) {
        return follow(address, Http.request(address).GET());
    }

    Page submit(Page.Form form) {
        return follow(form.action(), Http.post(form.action(), form.fields()));
    }

    @Override
    public void close() {
        http.close();
    }

    private Page follow(URI address, HttpRequest.Builder request) {
        String authority = address.getAuthority();
        URI at = address;
        HttpRequest.Builder next = request;
        for (int i = 0; i < REDIRECTS; i++) {
            HttpResponse<String> answer = http.send(withCookies(next));
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            Optional<URI> location = answer.headers().firstValue("Location").map(at::resolve);
            if (location.isEmpty()) {
                return new Page(answer.statusCode(), at, answer.body(), Optional.empty());
            }
            if (!authority.equals(location.get().getAuthority())) {
                return new Page(answer.statusCode(), at, "", location);
            }
            at = location.get();
            next = Http.request(at).GET();
        }
        throw new KeycloakFailure("Keycloak redirects in a circle at " + at.getPath());
    }

    private HttpRequest.Builder withCookies(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private void keep(String setCookie) {
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        if (pair.length < 2 || pair[1].isEmpty() || setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
