package org.livelabel.web.product;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.livelabel.gs1.Gtin;
import org.livelabel.web.registry.Category;
import org.livelabel.web.registry.Product;
import org.livelabel.web.registry.SupportLedger;
import org.livelabel.web.wording.Address;
import org.livelabel.web.wording.CategoryIcon;
import org.livelabel.web.wording.Chip;
import org.livelabel.web.wording.Dates;
import org.livelabel.web.wording.SupportState;
import org.livelabel.web.wording.Tone;

/**
 * A product's page.
 *
 * @param model null where it says no more than the name
 * @param kind the category's title, or its id if there is no such category here
 * @param notes what else holds, each a sentence of its own
 * @param broken what the maker ever took back
 * @param label null if its address cannot be read
 * @param asked the day it is about
 */
record ProductView(
        UUID id,
        @Nullable String labelCode,
        String name,
        @Nullable String model,
        @Nullable String brand,
        String kind,
        boolean kindKnown,
        String category,
        String icon,
        Product.Party maker,
        Product.Party publisher,
        boolean fromMaker,
        SupportState state,
        List<Note> notes,
        List<BrokenPromise> broken,
        List<Barcode> barcodes,
        SaysWho saysWho,
        List<Milestone> milestones,
        @Nullable String registered,
        @Nullable String label,
        @Nullable String qr,
        List<DataLink> data,
        @Nullable Long asOfIndex,
        DayAsked asked) {

    private static final String DEMONSTRATION_PREFIX = "0952";
    private static final Chip BROKEN = new Chip(Tone.BAD, "triangle-alert", "Promise broken");
    private static final Set<String> LISTINGS = Set.of("listed", "superseded", "withdrawn", "orphaned");

    /**
     * @param id as it was asked for
     * @param ledger null if it cannot be had now
     * @param registry where browsers reach registry-service
     */
    static ProductView of(
            UUID id,
            Product product,
            @Nullable SupportLedger ledger,
            @Nullable Category category,
            DayAsked asked,
            String registry) {
        SupportState state = SupportState.of(product, asked.shown());
        List<BrokenPromise> broken = ledger == null ? List.of() : BrokenPromise.of(ledger);
        String label = Address.linkable(product.labelUrl()) == null ? null : product.labelUrl();
        return new ProductView(
                id,
                product.labelCode(),
                product.name(),
                product.name().equals(product.model()) ? null : product.model(),
                product.brand(),
                category == null ? product.category() : category.title(),
                category != null,
                product.category(),
                CategoryIcon.of(product.category()),
                product.manufacturer(),
                product.publisher(),
                product.fromMaker(),
                state,
                notes(product, ledger, state.chip()),
                broken,
                product.gtins().stream().map(Barcode::of).toList(),
                SaysWho.of(product),
                milestones(product.support()),
                product.registeredAt() == null ? null : Dates.day(product.registeredAt()),
                label,
                label == null ? null : label + "/qr.svg",
                data(id, product, label, asked, registry),
                product.asOfIndex(),
                asked);
    }

    public Chip brokenChip() {
        return BROKEN;
    }

    public boolean demonstration() {
        return barcodes.stream().anyMatch(Barcode::demonstration);
    }

    /**
     * @param chip null where the panel's own says it already
     * @param newer the product that took this one's place
     */
    record Note(
            @Nullable Chip chip,
            String text,
            @Nullable String quote,
            @Nullable UUID newer) {
        Note(@Nullable Chip chip, String text, @Nullable String quote) {
            this(chip, text, quote, null);
        }
    }

    record Milestone(String what, String when) {}

    record DataLink(String words, String address, String format) {}

    /** @param printed as under the bars on the pack */
    record Barcode(String printed, boolean demonstration) {
        static Barcode of(String gtin14) {
            try {
                return new Barcode(new Gtin(gtin14).onPack(), gtin14.startsWith(DEMONSTRATION_PREFIX));
            } catch (IllegalArgumentException e) {
                return new Barcode(gtin14, false);
            }
        }
    }

    private static List<Note> notes(Product product, @Nullable SupportLedger ledger, Chip said) {
        return Stream.of(
                        standing(product),
                        orphaned(product),
                        superseded(product),
                        withdrawal(product),
                        unknownListing(product),
                        ledger == null ? shortening(product) : null,
                        stranger(product))
                .filter(Objects::nonNull)
                .map(note -> said.equals(note.chip()) ? new Note(null, note.text(), note.quote(), note.newer()) : note)
                .toList();
    }

    private static @Nullable Note standing(Product product) {
        Product.Standing standing = product.listing().standing();
        if (standing == null) {
            return null;
        }
        String since = on(standing.since());
        String reason = Reason.inEnglish(standing.reason());
        return switch (standing.state()) {
            case "revoked" ->
                new Note(
                        new Chip(Tone.BAD, "triangle-alert", "Revoked"),
                        "We revoked it" + since + ". Do not count on anything that its label says.",
                        reason);
            case "suspended" ->
                new Note(
                        new Chip(Tone.WARN, "circle-pause", "Under review"),
                        "We suspended it" + since + ". Wait with buying until we know more.",
                        reason);
            default -> null;
        };
    }

    private static @Nullable Note orphaned(Product product) {
        if (!product.orphaned()) {
            return null;
        }
        return new Note(
                new Chip(Tone.WARN, "unplug", "Left alone"),
                "We say so"
                        + (product.listing().since() == null
                                ? ""
                                : " since " + Dates.day(product.listing().since()))
                        + ". Nobody may be left to keep the promises on its label.",
                Reason.inEnglish(product.listing().reason()));
    }

    private static @Nullable Note superseded(Product product) {
        UUID newer = product.listing().supersededBy();
        if (newer == null) {
            return null;
        }
        return new Note(
                new Chip(Tone.INFO, "history", "There is a newer model"),
                product.standing().equals("good") ? "What is said here about updates still stands." : "",
                Reason.inEnglish(product.listing().reason()),
                newer);
    }

    private static @Nullable Note withdrawal(Product product) {
        if (!product.withdrawn()) {
            return null;
        }
        return new Note(
                new Chip(Tone.INFO, "package-minus", product.fromMaker() ? "Taken off sale" : "Listing withdrawn"),
                (product.fromMaker() ? "The maker" : product.publisher().name()) + " withdrew it"
                        + on(product.listing().since()) + ". What was promised stays on record.",
                Reason.inEnglish(product.listing().reason()));
    }

    private static @Nullable Note unknownListing(Product product) {
        return LISTINGS.contains(product.listing().state())
                ? null
                : new Note(
                        null,
                        "Something is said about where this product is in its life that we cannot show here.",
                        Reason.inEnglish(product.listing().reason()));
    }

    /** What is left to say where the earlier promises cannot be read. */
    private static @Nullable Note shortening(Product product) {
        Integer version = product.support().version();
        if (!product.fromMaker() || version != null && version <= 1) {
            return null;
        }
        if (!"shortened".equals(product.support().change())) {
            return version == null
                    ? null
                    : new Note(
                            null,
                            "Earlier promises cannot be shown just now. The live label shows every promise.",
                            null);
        }
        return new Note(
                BROKEN,
                "The maker had promised more before. The live label shows every promise.",
                Reason.inEnglish(product.support().reason()));
    }

    private static @Nullable Note stranger(Product product) {
        if (product.fromMaker()) {
            return null;
        }
        return new Note(
                new Chip(Tone.INFO, "import", "Not from the maker"),
                product.publisher().name() + " listed this product. "
                        + product.manufacturer().name() + " has not confirmed it.",
                null);
    }

    private static List<Milestone> milestones(Product.Support support) {
        return Stream.of(
                        milestone(
                                "On sale since",
                                support.generalAvailability() == null
                                        ? null
                                        : support.generalAvailability().toString()),
                        milestone("No longer sold since", "Sold until", support.endOfSales()),
                        milestone("New features ended", "New features until", support.endOfFeatureUpdates()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Milestone milestone(String what, @Nullable String date) {
        return milestone(what, what, date);
    }

    /** @param ended what it is called where it has ended and nobody said on which day */
    private static @Nullable Milestone milestone(String ended, String what, @Nullable String date) {
        if (date == null) {
            return null;
        }
        return "unstated".equals(date)
                ? new Milestone(ended, "The day is not stated")
                : new Milestone(what, Dates.day(LocalDate.parse(date)));
    }

    private static String on(@Nullable Instant since) {
        return since == null ? "" : " on " + Dates.day(since);
    }

    private static List<DataLink> data(
            UUID id, Product product, @Nullable String label, DayAsked asked, String registry) {
        String day = asked.day() == null ? "" : "?on=" + asked.day();
        return Stream.of(
                        new DataLink("This product", registry + "/v1/products/" + id + day, "JSON"),
                        label == null ? null : new DataLink("Its label", label + ".json", "JSON"),
                        disclosure(product.disclosure(), registry),
                        new DataLink("Everything published here, in order", registry + "/v1/feed", "CloudEvents"))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable DataLink disclosure(Product.@Nullable Disclosure disclosure, String registry) {
        String url = disclosure == null || disclosure.url() == null ? "" : disclosure.url();
        String address = url.startsWith("/") ? registry + url : url;
        if (disclosure == null || Address.linkable(address) == null) {
            return null;
        }
        Integer version = disclosure.version();
        return new DataLink(
                version == null ? "What it discloses" : "What it discloses, version " + version, address, "JSON");
    }
}
