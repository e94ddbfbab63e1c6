package org.livelabel.web;

import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Speaks registry-service's protocol over what a test puts in. */
public final class FakeRegistry extends FakeService {
    private static final int NOT_AUTHORISED = 401;

    private final List<Map<String, Object>> products = new ArrayList<>();
    private final Map<String, Map<String, Object>> earlier = new TreeMap<>();
    private final List<Map<String, Object>> organisations = new ArrayList<>();
    private final Map<String, List<Map<String, Object>>> ownProducts = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> ledgers = new LinkedHashMap<>();
    private final List<Object> odd = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int pageSize = 200;

    public static FakeRegistry start() {
        return new FakeRegistry();
    }

    @Override
    public void reset() {
        super.reset();
        products.clear();
        earlier.clear();
        organisations.clear();
        ownProducts.clear();
        ledgers.clear();
        odd.clear();
        asked.set(0);
        pageSize = 200;
    }

    public void lists(SampleProduct product) {
        products.add(product.json());
    }

    /** What was public at the end of {@code day}, in place of what is public now. */
    public void listedOn(String day, SampleProduct product) {
        earlier.put(day + product.json().get("id"), product.json());
    }

    public void knows(Map<String, Object> organisation) {
        organisations.add(organisation);
    }

    public void keepsFor(String organisation, Map<String, Object> product) {
        ownProducts.computeIfAbsent(organisation, o -> new ArrayList<>()).add(product);
    }

    /** Comes first in every list, whatever it is. */
    public void listsOdd(Object row) {
        odd.add(row);
    }

    /** What was ever said about the product's support, oldest first. */
    public void remembers(SampleProduct product, List<Map<String, Object>> ledger) {
        ledgers.put(product.id(), ledger);
    }

    /** How many requests came since the last reset. */
    public int asked() {
        return asked.get();
    }

    /** Pages no longer than this, however many are asked for. */
    public void pagesOf(int size) {
        pageSize = size;
    }

    @Override
    Answer answer(HttpExchange exchange, String path, Map<String, String> query) {
        asked.incrementAndGet();
        if (!query.getOrDefault("cursor", "0").matches("[0-9]{1,6}")) {
            return new Answer(400, Map.of("title", "Bad cursor"));
        }
        if (path.matches("/v1/organisations/[^/]+/products")) {
            String organisation = path.split("/")[3];
            return exchange.getRequestHeaders().getFirst("Authorization") == null
                    ? new Answer(NOT_AUTHORISED, Map.of())
                    : page(ownProducts.getOrDefault(organisation, List.of()), p -> true, path, query);
        }
        return switch (path) {
            case "/v1/categories" -> new Answer(200, CATEGORIES);
            case "/v1/products" -> page(products, filter(query), path, query);
            case "/v1/organisations" -> page(organisations, o -> matches(o, "kind", query.get("kind")), path, query);
            default -> one(path, query);
        };
    }

    private Answer one(String path, Map<String, String> query) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("/v1/products/by-gtin/")) {
            return found(products, p -> ((List<?>) p.get("gtins")).contains(last));
        }
        if (path.endsWith("/support")) {
            List<Map<String, Object>> ledger = ledgers.get(path.split("/")[3]);
            return ledger == null ? NOT_FOUND : new Answer(200, Map.of("ledger", ledger));
        }
        if (path.startsWith("/v1/organisations/")) {
            return found(organisations, o -> last.equals(o.get("id")));
        }
        if (query.containsKey("on")) {
            Map<String, Object> then = earlier.get(query.get("on") + last);
            return then == null ? NOT_FOUND : new Answer(200, then);
        }
        return found(products, p -> last.equals(p.get("id")));
    }

    private static Answer found(List<Map<String, Object>> rows, Predicate<Map<String, Object>> which) {
        return rows.stream()
                .filter(which)
                .findFirst()
                .map(r -> new Answer(200, r))
                .orElse(NOT_FOUND);
    }

    private Answer page(
            List<Map<String, Object>> rows,
            Predicate<Map<String, Object>> filter,
            String path,
            Map<String, String> query) {
        List<Map<String, Object>> matching = rows.stream().filter(filter).toList();
        int from = Integer.parseInt(query.getOrDefault("cursor", "0"));
        int to = Math.min(matching.size(), from + pageSize);
        Map<String, Object> page = new LinkedHashMap<>();
        List<Object> items = new ArrayList<>(from == 0 ? odd : List.of());
        items.addAll(matching.subList(from, to));
        page.put("items", items);
        if (to < matching.size()) {
            page.put("next", path + "?limit=" + query.get("limit") + "&cursor=" + to);
        }
        return new Answer(200, page);
    }

    private static Predicate<Map<String, Object>> filter(Map<String, String> query) {
        return product -> matches(product, "category", query.get("category"))
                && matches(part(product, "support"), "status", query.get("support_status"))
                && matches(part(product, "listing"), "state", query.get("listing"))
                && (query.get("works_offline") == null || product.containsKey("disclosure"))
                && (query.get("q") == null || contains(product, query.get("q")))
                && matches(part(product, "manufacturer"), "id", query.get("manufacturer"))
                && matches(part(product, "publisher"), "id", query.get("publisher"));
    }

    private static Map<?, ?> part(Map<String, Object> product, String member) {
        return product.get(member) instanceof Map<?, ?> part ? part : Map.of();
    }

    private static boolean contains(Map<String, Object> product, String words) {
        return Objects.toString(product.get("name")).toLowerCase().contains(words.toLowerCase());
    }

    private static boolean matches(Map<?, ?> row, String member, String wanted) {
        return wanted == null || wanted.equals(row.get(member));
    }

    private static final Map<String, Object> CATEGORIES = Map.of(
            "version",
            "1",
            "categories",
            List.of(
                    Map.of("id", "camera", "title", "Camera", "plural", "Cameras"),
                    Map.of("id", "phone", "title", "Phone", "plural", "Phones"),
                    Map.of("id", "thermostat", "title", "Thermostat", "plural", "Thermostats")));
}
