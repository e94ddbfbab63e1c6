package org.livelabel.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A listed camera of Halden Home with updates until 2099-06-30, as the registry answers it, unless changed. */
public final class SampleProduct {
    public static final String HALDEN = "11111111-1111-4111-8111-111111111111";
    public static final String KEEPER = "22222222-2222-4222-8222-222222222222";

    private final Map<String, Object> product = new LinkedHashMap<>();
    private final Map<String, Object> support = new LinkedHashMap<>();

    private SampleProduct(String name) {
        product.put("id", UUID.nameUUIDFromBytes(name.getBytes()).toString());
        product.put("label_code", "H4QX7T2MK");
        product.put("label_url", WebStack.LABELS + "/l/H4QX7T2MK");
        product.put("name", name);
        product.put("device_group", "connected_home");
        product.put("category", "camera");
        product.put("gtins", List.of("04006381333931"));
        product.put("manufacturer", Map.of("id", HALDEN, "name", "Halden Home"));
        product.put("publisher", Map.of("id", HALDEN, "name", "Halden Home"));
        product.put("claimant", "manufacturer");
        product.put("listing", Map.of("state", "listed", "since", "2026-01-05T10:00:00Z"));
        product.put("registered_at", "2026-01-05T10:00:00Z");
        product.put("as_of_index", 131);
        product.put("support", support);
        until("2099-06-30");
        support.put("version", 1);
        support.put("change", "first");
        support.put("provenance", Map.of("basis", "statement", "asserted_on", "2026-01-04"));
        support.put("published_at", "2026-01-05T10:00:00Z");
        support.put("effective_on", "2026-01-05");
    }

    public static SampleProduct named(String name) {
        return new SampleProduct(name);
    }

    public SampleProduct with(String member, Object value) {
        product.put(member, value);
        return this;
    }

    public SampleProduct support(String member, Object value) {
        support.put(member, value);
        return this;
    }

    public SampleProduct until(String day) {
        return support("status", "supported").support("kind", "fixed_date").support("end_of_security_support", day);
    }

    public SampleProduct status(String status) {
        support.remove("end_of_security_support");
        return support("status", status);
    }

    /** Not from the maker: the keeper of the register found it in a document. */
    public SampleProduct listedByKeeper(String evidence, String title) {
        return with("publisher", Map.of("id", KEEPER, "name", "Sample data"))
                .with("claimant", "registry")
                .support(
                        "provenance",
                        Map.of(
                                "basis",
                                "document",
                                "asserted_on",
                                "2026-08-22",
                                "evidence",
                                List.of(Map.of("url", evidence, "title", title))));
    }

    public String id() {
        return product.get("id").toString();
    }

    Map<String, Object> json() {
        return product;
    }
}
