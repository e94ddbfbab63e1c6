package org.livelabel.gates;

import io.restassured.RestAssured;
import java.util.Arrays;
import java.util.List;

/**
 * What a service measures at one moment, as Prometheus reads it.
 *
 * @param text the answer of /q/metrics
 */
public record Scrape(String text) {
    /** @param management where the port of health and metrics is, the path /q/ included */
    public static Scrape of(String management) {
        String text = RestAssured.given()
                .get(management + "metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        MetricsPage.checkLabels(text);
        return new Scrape(text);
    }

    /**
     * The sum of all series of this name; zero if there is none, not a number if one of them is none.
     *
     * @param labels which the series must have, each as {@code name="value"}
     */
    public double sum(String name, String... labels) {
        List<String> wanted = Arrays.asList(labels);
        return text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> wanted.stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
