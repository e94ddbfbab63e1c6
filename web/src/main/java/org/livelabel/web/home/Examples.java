package org.livelabel.web.home;

import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.livelabel.web.registry.Product;
import org.livelabel.web.registry.ProductFilter;
import org.livelabel.web.registry.Registry;

/** A few listed products that show how different the answers are: no two with the same one, makers' own first. */
@ApplicationScoped
class Examples {
    private static final int LOOK_AT = 200;
    private static final int SHOW = 5;

    @Inject
    Registry registry;

    @CacheResult(cacheName = "examples")
    List<Product> today() {
        return choose(registry.products(ProductFilter.any(LOOK_AT), null).items());
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
