package org.livelabel.registry.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.livelabel.registry.finding.CategoryCounts;
import org.livelabel.registry.finding.DataTypes;
import org.livelabel.registry.statistics.CategoryStatistics.Share;
import org.livelabel.registry.statistics.CategoryStatistics.SupportLength;

/** Figures over a category for one UTC day, from what {@link CategoryCounts} counts when asked. */
@ApplicationScoped
class Statistics {
    private final CategoryCounts counts;
    private final DataTypes dataTypes;

    Statistics(CategoryCounts counts, DataTypes dataTypes) {
        this.counts = counts;
        this.dataTypes = dataTypes;
    }

    CategoryStatistics of(String category, LocalDate today) {
        CategoryCounts.Lengths lengths = counts.lengths(category, today);
        boolean enough = lengths.measured() >= CategoryStatistics.LEAST;
        long ends = lengths.fixedFromAvailability() + lengths.fixedFromPublication();
        Map<String, Long> traits = counts.traits(category);
        return new CategoryStatistics(
                category,
                today,
                lengths.products(),
                CategoryStatistics.LEAST,
                new SupportLength(
                        lengths.measured(),
                        lengths.products() - lengths.measured(),
                        lengths.fixedFromAvailability(),
                        lengths.fixedFromPublication(),
                        lengths.fromPurchase(),
                        lengths.nonePromised(),
                        enough ? lengths.lowerQuartileMonths() : null,
                        enough ? lengths.medianMonths() : null,
                        enough ? lengths.upperQuartileMonths() : null),
                Share.of(lengths.notOver(), ends + lengths.endedAtUnstatedDate()),
                collects(traits),
                share(traits, "shared:", "yes"),
                share(traits, "sold:", "yes"),
                share(traits, "offline:", "yes"),
                share(traits, "offline:", "yes", "partly"));
    }

    private Map<String, Share> collects(Map<String, Long> traits) {
        long saying = traits.getOrDefault("data:stated", 0L);
        Map<String, Share> collects = new TreeMap<>();
        dataTypes
                .names()
                .forEach(type -> collects.put(type, Share.of(traits.getOrDefault("collects:" + type, 0L), saying)));
        return collects;
    }

    private static Share share(Map<String, Long> traits, String question, String... answers) {
        long saying = 0;
        for (String answer : new String[] {"yes", "partly", "no"}) {
            saying += traits.getOrDefault(question + answer, 0L);
        }
        long counted = 0;
        for (String answer : answers) {
            counted += traits.getOrDefault(question + answer, 0L);
        }
        return Share.of(counted, saying);
    }
}
