package org.livelabel.label.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.livelabel.label.follower.FeedStatus;
import org.livelabel.label.projection.ProductRecord;
import org.livelabel.label.projection.ProductRecords;

/**
 * Products in memory for as long as no further entry is applied. They hold no status: that is worked out for each answer.
 * What is not found is not remembered, so that nobody can fill the memory with made-up codes.
 */
@ApplicationScoped
class RecentProducts {
    private static final int MOST = 2_000;

    private final ProductRecords products;
    private final FeedStatus feed;

    private volatile Generation generation = new Generation(-1, new ConcurrentHashMap<>());

    RecentProducts(ProductRecords products, FeedStatus feed) {
        this.products = products;
        this.feed = feed;
    }

    private record Generation(long revision, Map<String, ProductRecord> byCode) {}

    Optional<ProductRecord> find(String code) {
        Generation current = current();
        ProductRecord known = current.byCode().get(code);
        if (known != null) {
            return Optional.of(known);
        }
        // kept in the generation that was current before the read: an entry applied meanwhile leaves it behind
        Optional<ProductRecord> read = products.find(code);
        read.ifPresent(product -> current.byCode().put(code, product));
        return read;
    }

    private Generation current() {
        Generation current = generation;
        long revision = feed.revision();
        if (current.revision() != revision || current.byCode().size() >= MOST) {
            current = new Generation(revision, new ConcurrentHashMap<>());
            generation = current;
        }
        return current;
    }
}
