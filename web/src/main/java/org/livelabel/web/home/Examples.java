package org.livelabel.web.home;

import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.livelabel.web.registry.Listed;
import org.livelabel.web.registry.Product;
import org.livelabel.web.registry.ProductFilter;
import org.livelabel.web.registry.Registry;

/** A few listed products that show how different the answers are: no two with the same one, makers' own first. */
@ApplicationScoped
class Examples {
    private static final int PAGE = 200;
    private static final int PAGES = 3;
    private static final int SHOW = 5;

    @Inject
    Registry registry;

    // who would wait for another page's question for longer asks for itself, if there is a place
    @CacheResult(cacheName = "examples", lockTimeout = 50)
    List<Product> today() {
        List<Product> seen = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < PAGES; page++) {
            Listed<Product> listed = registry.products(ProductFilter.any(PAGE), cursor);
            seen.addAll(listed.items());
            cursor = listed.next();
            if (cursor == null) {
                break;
            }
        }
        return choose(seen);
    }

    static List<Product> choose(List<Product> listed) {
        List<Product> chosen = new ArrayList<>();
        Set<String> answers = new HashSet<>();
        listed.stream()
                .filter(product -> !product.withdrawn())
                .sorted(Comparator.comparing(product -> product.fromMaker() ? 0 : 1))
                .filter(product -> answers.add(product.support().status()))
                .limit(SHOW)
                .forEach(chosen::add);
        return chosen;
    }
}
