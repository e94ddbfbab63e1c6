package org.livelabel.web.product;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.livelabel.gs1.Gtin;
import org.livelabel.web.registry.Product;
import org.livelabel.web.wording.CategoryIcon;
import org.livelabel.web.wording.Chip;
import org.livelabel.web.wording.Dates;
import org.livelabel.web.wording.SupportState;
import org.livelabel.web.wording.Tone;

/**
 * A product's page.
 *
 * @param model null where it says no more than the name
 * @param notes what else holds, each a sentence of its own
 * @param asked the day it is about
 */
record ProductView(
        UUID id,
        String labelCode,
        String name,
        @Nullable String model,
        @Nullable String brand,
        String kind,
        String category,
        String icon,
        Product.Party maker,
        Product.Party publisher,
        boolean fromMaker,
        SupportState state,
        List<Note> notes,
        List<Barcode> barcodes,
        SaysWho saysWho,
        List<Milestone> milestones,
        String registered,
        URI label,
        URI qr,
        List<DataLink> data,
        long asOfIndex,
        DayAsked asked) {

    private static final String DEMONSTRATION_PREFIX = "0952";

    /** @param registry where browsers reach registry-service */
    static ProductView of(Product product, String kind, DayAsked asked, String registry) {
        SupportState state = SupportState.of(product, asked.shown());
        return new ProductView(
                product.id(),
                product.labelCode(),
                product.name(),
                product.name().equals(product.model()) ? null : product.model(),
                product.brand(),
                kind,
                product.category(),
                CategoryIcon.of(product.category()),
                product.manufacturer(),
                product.publisher(),
                product.fromMaker(),
                state,
                notes(product, state.chip()),
                product.gtins().stream().map(Barcode::of).toList(),
                SaysWho.of(product),
                milestones(product.support()),
                Dates.day(product.registeredAt()),
                product.labelUrl(),
                URI.create(product.labelUrl() + "/qr.svg"),
                data(product, asked, registry),
                product.asOfIndex(),
                asked);
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
            return new Barcode(new Gtin(gtin14).onPack(), gtin14.startsWith(DEMONSTRATION_PREFIX));
        }
    }

    private static List<Note> notes(Product product, Chip said) {
        return Stream.of(
                        standing(product),
                        orphaned(product),
                        superseded(product),
                        withdrawal(product),
                        shortening(product),
                        stranger(product))
                .filter(Objects::nonNull)
                .map(note -> said.equals(note.chip()) ? new Note(null, note.text(), note.quote(), note.newer()) : note)
                .toList();
    }

    private static @Nullable Note standing(Product product) {
        Product.Standing standing = product.listing().standing();
        if (standing == null || standing.since() == null) {
            return null;
        }
        String since = Dates.day(standing.since());
        String reason = inEnglish(standing.reason());
        return switch (standing.state()) {
            case "revoked" ->
                new Note(
                        new Chip(Tone.BAD, "triangle-alert", "Revoked"),
                        "We revoked it on " + since + ". Do not count on anything that its label says.",
                        reason);
            case "suspended" ->
                new Note(
                        new Chip(Tone.WARN, "circle-pause", "Under review"),
                        "We suspended it on " + since + ". Wait with buying until we know more.",
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
                "We say so since " + Dates.day(product.listing().since())
                        + ". Nobody may be left to keep the promises on its label.",
                inEnglish(product.listing().reason()));
    }

    private static @Nullable Note superseded(Product product) {
        UUID newer = product.listing().supersededBy();
        if (newer == null) {
            return null;
        }
        return new Note(
                new Chip(Tone.INFO, "history", "There is a newer model"),
                product.standing().equals("good") ? "What is said here about updates still stands." : "",
                inEnglish(product.listing().reason()),
                newer);
    }

    private static @Nullable Note withdrawal(Product product) {
        if (!product.withdrawn()) {
            return null;
        }
        return new Note(
                new Chip(Tone.INFO, "package-minus", product.fromMaker() ? "Taken off sale" : "Listing withdrawn"),
                (product.fromMaker() ? "The maker" : product.publisher().name()) + " withdrew it on "
                        + Dates.day(product.listing().since()) + ". What was promised stays on record.",
                inEnglish(product.listing().reason()));
    }

    private static @Nullable Note shortening(Product product) {
        if (!product.fromMaker() || !"shortened".equals(product.support().change())) {
            return null;
        }
        return new Note(
                new Chip(Tone.BAD, "triangle-alert", "Promise broken"),
                "The maker had promised more before. The live label shows every promise.",
                inEnglish(product.support().reason()));
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

    private static @Nullable String inEnglish(@Nullable Map<String, String> text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return text.getOrDefault("en", text.values().iterator().next());
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

    private static List<DataLink> data(Product product, DayAsked asked, String registry) {
        String day = asked.day() == null ? "" : "?on=" + asked.day();
        DataLink disclosure = product.disclosure() == null
                ? null
                : new DataLink(
                        "What it discloses, version " + product.disclosure().version(),
                        product.disclosure().document().url(),
                        "JSON");
        return Stream.of(
                        new DataLink("This product", registry + "/v1/products/" + product.id() + day, "JSON"),
                        new DataLink("Its label", product.labelUrl() + ".json", "JSON"),
                        disclosure,
                        new DataLink("Everything published here, in order", registry + "/v1/feed", "CloudEvents"))
                .filter(Objects::nonNull)
                .toList();
    }
}
