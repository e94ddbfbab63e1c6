package org.livelabel.registry.entry;

import java.util.Arrays;
import java.util.Optional;

/** What can be published; the wire format of each is in docs/log-format.md. */
public enum PublicationType {
    ORGANISATION_REGISTERED("organisation.registered"),
    ORGANISATION_CHANGED("organisation.changed"),
    PRODUCT_REGISTERED("product.registered"),
    PRODUCT_CHANGED("product.changed"),
    PRODUCT_WITHDRAWN("product.withdrawn"),
    GTINS_CHANGED("gtins.changed"),
    SUPPORT_COMMITTED("support.committed"),
    DISCLOSURE_PUBLISHED("disclosure.published"),
    POLICY_PUBLISHED("policy.published"),
    PRODUCT_SUPERSEDED("product.superseded"),
    PRODUCT_ORPHANED("product.orphaned"),
    PRODUCT_SUSPENDED("product.suspended"),
    PRODUCT_LIFTED("product.lifted"),
    PRODUCT_REVOKED("product.revoked"),
    PRODUCT_HANDED_OVER("product.handed_over"),
    FIRMWARE_RELEASED("firmware.released"),
    FIRMWARE_WITHDRAWN("firmware.withdrawn"),
    CONTENT_WITHHELD("content.withheld");

    private static final String PREFIX = "org.livelabel.";
    private static final String VERSION = ".v1";

    private final String shortName;

    PublicationType(String shortName) {
        this.shortName = shortName;
    }

    /** {@code support.committed}, for instance. */
    public String shortName() {
        return shortName;
    }

    public String wireName() {
        return PREFIX + shortName + VERSION;
    }

    /** The name of the JSON Schema of what such an entry says. Additions stay in it; a changed meaning is another one. */
    public String schema() {
        return shortName + "/1";
    }

    /** Empty for a type that a later release wrote: readers pass over it. */
    public static Optional<PublicationType> fromWireName(String name) {
        return Arrays.stream(values()).filter(t -> t.wireName().equals(name)).findFirst();
    }
}
