package org.livelabel.registry.entry;

import java.util.UUID;

/**
 * What a publication is about.
 *
 * @param name a UUID; of a blob its SHA-256 in 64 hex digits
 */
public record Subject(String kind, String name) {
    private static final String PRODUCTS = "products";
    private static final String ORGANISATIONS = "organisations";
    private static final String BLOBS = "blobs";

    public static Subject product(UUID id) {
        return new Subject(PRODUCTS, id.toString());
    }

    public static Subject organisation(UUID id) {
        return new Subject(ORGANISATIONS, id.toString());
    }

    public static Subject blob(String sha256) {
        return new Subject(BLOBS, sha256);
    }

    /** Of a product or an organisation. */
    public UUID id() {
        return UUID.fromString(name);
    }

    public boolean isProduct() {
        return kind.equals(PRODUCTS);
    }

    public boolean isOrganisation() {
        return kind.equals(ORGANISATIONS);
    }

    public boolean isBlob() {
        return kind.equals(BLOBS);
    }

    /** The opposite of {@link #toString}. */
    public static Subject parse(String text) {
        int slash = text.indexOf('/');
        return new Subject(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return kind + "/" + name;
    }
}
