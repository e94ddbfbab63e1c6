package org.livelabel.registry.entry;

/** What a product is from now on, and whose. */
public sealed interface ProductDescribed extends Entry permits ProductRegistered, ProductChanged {
    /** Never changes. */
    String labelCode();

    String deviceGroup();

    String category();

    /** Its name, model and brand. */
    DocumentRef document();
}
