package org.livelabel.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Waits until a child says that it is ready. */
final class Readiness {
    /** Many times what it takes: a busy machine must not make a start fail, and one that died is seen at once. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** @throws StartFailure if the child ends before, or has not answered 200 after ten minutes */
    void await(Child child, URI address) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String answer = "";
        while (System.nanoTime() - deadline < 0) {
            if (!child.isAlive()) {
                throw child.death();
            }
            answer = ask(address);
            if (answer.isEmpty()) {
                return;
            }
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                throw new StartFailure("interrupted", e);
            }
        }
        throw new StartFailure(child.name() + " is not ready after " + PATIENCE.toMinutes() + " minutes (" + address
                + ": " + answer + "); its log is " + child.log());
    }

    /** @return what stands in the way; empty if nothing does */
    private String ask(URI address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200
                    ? ""
                    : response.statusCode() + " " + response.body().replaceAll("\\s+", " ");
        } catch (IOException e) {
            return "no answer";
        } catch (InterruptedException e) {
            throw new StartFailure("interrupted", e);
        }
    }
}
