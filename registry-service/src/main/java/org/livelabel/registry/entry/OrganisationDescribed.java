package org.livelabel.registry.entry;

import org.jspecify.annotations.Nullable;

/** What an organisation is from now on. */
public sealed interface OrganisationDescribed extends Entry permits OrganisationRegistered, OrganisationChanged {
    /** Manufacturer, operator, retailer or lab. */
    String kind();

    /** ISO 3166-1 alpha-2. */
    @Nullable String country();

    boolean verified();

    boolean suspended();

    /** Its name, and where to reach it. */
    DocumentRef document();
}
