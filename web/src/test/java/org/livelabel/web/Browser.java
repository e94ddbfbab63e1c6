package org.livelabel.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps cookies of web, follows redirects and remembers both. A public address with https is reached as through a proxy
 * that ends TLS.
 */
public final class Browser {
    private static final int MOST_REDIRECTS = 12;
    private static final Pattern H1 = Pattern.compile("<h1[^>]*>(.*?)</h1>", Pattern.DOTALL);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI home;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final List<String> setCookies = new ArrayList<>();
    private final List<URI> visited = new ArrayList<>();

    /** @param home web's public address */
    public Browser(String home) {
        this.home = URI.create(home);
    }

    public record Page(int status, String body, HttpResponse<String> response, URI address) {
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String heading() {
            Matcher matcher = H1.matcher(body);
            return matcher.find() ? matcher.group(1).replaceAll("<[^>]+>", "").strip() : "";
        }

        /** The text, without markup and with single spaces. */
        public String text() {
            return body.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").strip();
        }
    }

    /** Opens a path of web, or any address, and goes where it is sent. */
    public Page open(String address) {
        return follow(one("GET", home.resolve(address), Map.of()));
    }

    /** Without following anything. */
    public Page fetch(String path) {
        return one("GET", home.resolve(path), Map.of());
    }

    /** Sends an empty form with these headers; follows nothing. */
    public Page post(String path, Map<String, String> headers) {
        return one("POST", home.resolve(path), headers);
    }

    /** As a browser does from one of web's own pages. */
    public Page submit(String path) {
        return follow(post(path, Map.of("Origin", home.getScheme() + "://" + home.getAuthority())));
    }

    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    public void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    /** Every {@code Set-Cookie} so far. */
    public List<String> setCookies() {
        return List.copyOf(setCookies);
    }

    public List<URI> visited() {
        return List.copyOf(visited);
    }

    private Page follow(Page page) {
        Page now = page;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            if (now.status() / 100 != 3) {
                return now;
            }
            now = one("GET", now.address().resolve(now.header("Location")), Map.of());
        }
        throw new AssertionError("redirected without end: " + visited);
    }

    private Page one(String method, URI address, Map<String, String> headers) {
        visited.add(address);
        boolean ours = address.getAuthority().equals(home.getAuthority());
        URI reached = ours ? URI.create(address.toString().replaceFirst("^https:", "http:")) : address;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(reached).method(method, HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        if (ours && !cookies.isEmpty()) {
            List<String> pairs = new ArrayList<>();
            cookies.forEach((name, value) -> pairs.add(name + "=" + value));
            request.header("Cookie", String.join("; ", pairs));
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (ours) {
                response.headers().allValues("Set-Cookie").forEach(this::keep);
            }
            return new Page(response.statusCode(), response.body(), response, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        setCookies.add(setCookie);
        String pair = setCookie.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        if (setCookie.toLowerCase().contains("max-age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(pair.indexOf('=') + 1));
        }
    }
}
