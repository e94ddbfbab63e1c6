package org.livelabel.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps docs/metrics.md and what a service measures equal, and keeps from its labels whatever could be about somebody. */
public final class MetricsPage {
    private static final Path PAGE = Path.of("..", "docs", "metrics.md");
    private static final String FOR_ALL = "every service";
    /** The first cell of a row; behind a star is what appears once it has happened. */
    private static final Pattern ROW = Pattern.compile("\\| `(livelabel_[a-z_]+)`( \\*)? \\|.*");

    private static final Pattern OURS = Pattern.compile("# TYPE (livelabel_[a-z_]+?)(?:_total)? ([a-z]+)");
    private static final Pattern VALUE = Pattern.compile("[{,]([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** A UUID, eight digits or more in a row (GTINs and the dates of births alike), an e-mail address, or a label code. */
    private static final List<Pattern> ABOUT_SOMEBODY = List.of(
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-.*"),
            Pattern.compile(".*[0-9]{8}.*"),
            Pattern.compile(".*@.*"),
            Pattern.compile(
                    "(?s)(?:.*[^0-9A-Z])?(?=[0-9A-Z]*[0-9])(?=[0-9A-Z]*[A-Z])[0-9A-HJKMNP-TV-Z]{9}(?:[^0-9A-Z].*)?"));

    private MetricsPage() {}

    /**
     * @param service as its section of the page is called
     * @param scraped what its /q/metrics answers
     */
    public static void check(String service, String scraped) {
        Set<String> always = new TreeSet<>();
        Set<String> told = new TreeSet<>();
        String section = "";
        for (String line : page()) {
            if (line.startsWith("## ")) {
                section = line.substring(3).toLowerCase(Locale.ROOT);
            }
            var row = ROW.matcher(line);
            if ((section.equals(FOR_ALL) || section.equals(service)) && row.matches()) {
                told.add(row.group(1));
                if (row.group(2) == null) {
                    always.add(row.group(1));
                }
            }
        }
        Set<String> measured = ours(scraped);

        assertThat(always).as("sections of %s for %s", PAGE, service).hasSizeGreaterThan(5);
        assertThat(measured)
                .as("what %s measures, by what %s tells", service, PAGE)
                .containsAll(always);
        assertThat(told)
                .as("what %s tells of %s, by what it measures", PAGE, service)
                .containsAll(measured);
        checkLabels(scraped);
    }

    /** No label holds an id, a number of a product, the code of a label or an address of a person: nobody is followed. */
    public static void checkLabels(String scraped) {
        var values = VALUE.matcher(scraped);
        while (values.find()) {
            String value = values.group(2);
            assertThat(ABOUT_SOMEBODY)
                    .as("the label %s=\"%s\"", values.group(1), value)
                    .noneMatch(pattern -> pattern.matcher(value).matches());
        }
    }

    /** The largest value of a timer or a summary belongs to it. */
    private static Set<String> ours(String scraped) {
        Set<String> names = new TreeSet<>();
        scraped.lines()
                .map(OURS::matcher)
                .filter(Matcher::matches)
                .forEach(type -> names.add(
                        // OpenMetrics leaves it to the samples
                        type.group(2).equals("counter") ? type.group(1) + "_total" : type.group(1)));
        names.removeIf(name -> name.endsWith("_max") && names.contains(name.substring(0, name.length() - 4)));
        return names;
    }

    private static List<String> page() {
        try {
            return Files.readAllLines(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
