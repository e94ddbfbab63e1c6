package org.livelabel.account.organisation;

import org.jspecify.annotations.Nullable;

/**
 * What the public may know of an organisation: the body of the command that the registry gets.
 *
 * @param country ISO 3166-1 alpha-2
 * @param contact an {@code https:} or {@code mailto:} address
 */
public record OrganisationFacts(
        String name,
        Kind kind,
        @Nullable String country,
        @Nullable String contact,
        boolean verified,
        boolean suspended) {}
