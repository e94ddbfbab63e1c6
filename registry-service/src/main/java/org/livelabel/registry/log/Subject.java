package org.livelabel.registry.log;

import java.util.UUID;

/** What a publication is about. */
public record Subject(String kind, UUID id) {
    private static final String PRODUCTS = "products";
    private static final String ORGANISATIONS = "organisations";

    public static Subject product(UUID id) {
        return new Subject(PRODUCTS, id);
    }

    public static Subject organisation(UUID id) {
        return new Subject(ORGANISATIONS, id);
    }

    public boolean isProduct() {
        return kind.equals(PRODUCTS);
    }

    public boolean isOrganisation() {
        return kind.equals(ORGANISATIONS);
    }

    static Subject parse(String text) {
        int slash = text.indexOf('/');
        return new Subject(text.substring(0, slash), UUID.fromString(text.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
