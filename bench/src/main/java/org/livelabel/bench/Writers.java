package org.livelabel.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Publishes products, each with a name and a support date, several at a time. */
final class Writers {
    private final Api api;
    private final String organisation;

    Writers(Api api, UUID organisation) {
        this.api = api;
        this.organisation = organisation.toString();
    }

    /** Drafts are written before the clock starts: what is measured is publishing. */
    Figures publish(String name, int writers, int count) throws Exception {
        List<String> products = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String product = api.create(organisation);
            api.write(product, Api.draft(name + " " + i, "2031-01-01"));
            products.add(product);
        }
        List<Double> millis = Collections.synchronizedList(new ArrayList<>());
        try (var pool = Executors.newFixedThreadPool(writers)) {
            List<Callable<Void>> tasks = products.stream()
                    .map(product -> (Callable<Void>) () -> {
                        long before = System.nanoTime();
                        api.publish(product);
                        millis.add((System.nanoTime() - before) / 1e6);
                        return null;
                    })
                    .toList();
            long before = System.nanoTime();
            for (var result : pool.invokeAll(tasks)) {
                result.get();
            }
            return Figures.of(millis, (System.nanoTime() - before) / 1e9);
        }
    }
}
