package org.livelabel.web.manufacturer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.livelabel.web.registry.Organisation;
import org.livelabel.web.wording.Address;
import org.livelabel.web.wording.Chip;
import org.livelabel.web.wording.Dates;
import org.livelabel.web.wording.Tone;

/**
 * An organisation in words.
 *
 * @param page its own page; null if its id cannot be read
 * @param contactLink where {@code contact} is an address that may be linked
 */
record OrganisationCard(
        @Nullable String page,
        String name,
        String kind,
        Chip chip,
        String explanation,
        @Nullable String country,
        @Nullable String contact,
        @Nullable String contactLink,
        @Nullable String since) {

    static OrganisationCard of(Organisation organisation) {
        String contact = organisation.contact();
        return new OrganisationCard(
                organisation.id() == null ? null : "/manufacturers/" + organisation.id(),
                organisation.name(),
                kind(organisation.kind()),
                chip(organisation),
                explanation(organisation),
                country(organisation.country()),
                contact,
                Address.linkable(contact) == null ? null : contact,
                organisation.registeredAt() == null ? null : Dates.day(organisation.registeredAt()));
    }

    private static Chip chip(Organisation organisation) {
        if (organisation.suspended()) {
            return new Chip(Tone.WARN, "circle-pause", "Suspended");
        }
        return organisation.verified()
                ? new Chip(Tone.OK, "badge-check", "Identity checked")
                : new Chip(Tone.UNK, "not-stated", "Identity not checked");
    }

    private static String explanation(Organisation organisation) {
        if (organisation.suspended()) {
            return "It cannot publish at present.";
        }
        return organisation.verified()
                ? "We have checked that it is who it says it is. What it publishes is its own word."
                : "We have not checked who it is. If it has not joined, others list its products here.";
    }

    private static String kind(String kind) {
        return switch (kind) {
            case "manufacturer" -> "Maker";
            case "operator" -> "Keeper of this register";
            case "retailer" -> "Shop";
            case "lab" -> "Test lab";
            default -> "Organisation";
        };
    }

    private static @Nullable String country(@Nullable String code) {
        return code == null ? null : Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }
}
