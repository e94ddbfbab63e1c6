package org.livelabel.web.home;

import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.livelabel.web.registry.Listed;
import org.livelabel.web.registry.Product;
import org.livelabel.web.registry.ProductFilter;
import org.livelabel.web.registry.Registry;

/**
 * A few listed products that show how different the answers are. The registry is asked for each answer by itself, so that it
 * may be of any size: a page of what makers disclosed in full, then a page or two of the rest.
 */
@ApplicationScoped
class Examples {
    private static final int SHOW = 5;
    private static final int PAGES = 2;

    /** The clearest first: each is asked for until there are enough. */
    private static final List<String> ANSWERS = List.of(
            "supported",
            "ended",
            "ending",
            "not_stated",
            "until_notice",
            "depends_on_purchase",
            "none_promised",
            "no_end_announced",
            "ended_at_unstated_date");

    private final Registry registry;

    Examples(Registry registry) {
        this.registry = registry;
    }

    /** @param day the UTC day that the answers hold on: what is kept for one day is not shown on the next */
    // who would wait for another page's question for longer asks for itself, if there is a place
    @CacheResult(cacheName = "examples", lockTimeout = 50)
    List<Product> on(LocalDate day) {
        List<Product> chosen = new ArrayList<>();
        List<Product> spare = new ArrayList<>();
        for (String answer : ANSWERS) {
            if (chosen.size() == SHOW) {
                break;
            }
            List<Product> found = found(answer);
            Product best = best(found, chosen);
            if (best != null) {
                chosen.add(best);
                spare.addAll(found);
            }
        }
        fill(chosen, spare);
        return chosen.stream()
                .sorted(Comparator.comparing(product -> !product.fromMaker()))
                .toList();
    }

    private List<Product> found(String answer) {
        List<Product> found =
                new ArrayList<>(sound(registry.products(ProductFilter.examples(answer, true), null), answer));
        String cursor = null;
        for (int page = 0; page < PAGES && found.stream().noneMatch(Product::fromMaker); page++) {
            Listed<Product> listed = registry.products(ProductFilter.examples(answer, false), cursor);
            found.addAll(sound(listed, answer));
            cursor = listed.next();
            if (cursor == null) {
                break;
            }
        }
        return found;
    }

    /** A record that cannot be read is no example. */
    private static List<Product> sound(Listed<Product> listed, String answer) {
        return listed.items().stream()
                .filter(product ->
                        product.id() != null && answer.equals(product.support().status()))
                .toList();
    }

    /** The maker's own before others', of a kind that is not shown yet, with the most to read. */
    static @Nullable Product best(List<Product> found, List<Product> chosen) {
        return found.stream()
                .min(Comparator.comparing((Product product) -> !product.fromMaker())
                        .thenComparing(product -> shown(product.category(), chosen))
                        .thenComparing(product -> product.disclosure() == null))
                .orElse(null);
    }

    /** More kinds where there are few answers; somebody else's word does not stand beside a maker's with the same answer. */
    static void fill(List<Product> chosen, List<Product> spare) {
        while (chosen.size() < SHOW) {
            List<Product> further = spare.stream()
                    .filter(product -> !shown(product.category(), chosen))
                    .filter(product -> product.fromMaker() || !answeredByMaker(product, chosen))
                    .toList();
            Product best = best(further, chosen);
            if (best == null) {
                return;
            }
            chosen.add(best);
        }
    }

    private static boolean shown(String category, List<Product> chosen) {
        return chosen.stream().anyMatch(product -> product.category().equals(category));
    }

    private static boolean answeredByMaker(Product product, List<Product> chosen) {
        return chosen.stream()
                .filter(Product::fromMaker)
                .anyMatch(other -> Objects.equals(
                        other.support().status(), product.support().status()));
    }
}
