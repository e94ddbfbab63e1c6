package org.livelabel.web.wording;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.livelabel.web.registry.Product;

/**
 * What a product's page and its row in a list say about security updates. The registry works the status out; here it
 * gets its words. What the operator says of the label comes before what the label says. Then, where several things hold,
 * the worst comes first, then silence, then who says it.
 *
 * @param lead how the sentence begins, or the whole of it where there is no date
 * @param date in words
 * @param until the same day for machines
 * @param more how long that is, and what it means
 */
public record SupportState(
        Chip chip,
        String lead,
        @Nullable String date,
        @Nullable LocalDate until,
        String more) {

    /** @param today the UTC day that the product's status is of */
    public static SupportState of(Product product, LocalDate today) {
        SupportState state = said(product, today);
        if (product.standing().equals("revoked")) {
            return state.overruled(
                    new Chip(Tone.BAD, "triangle-alert", "Revoked"), "Do not believe this label", "It said");
        }
        if (product.standing().equals("suspended")) {
            return state.overruled(
                    new Chip(Tone.WARN, "circle-pause", "Under review"),
                    "We are checking this label",
                    "So far it says");
        }
        if (!product.standing().equals("good")) {
            return state.overruled(
                    new Chip(Tone.WARN, "triangle-alert", "Be careful"),
                    "There is a warning about this label that we cannot show here",
                    "It says");
        }
        boolean silent = state.chip.tone() == Tone.UNK;
        boolean calm = state.chip.tone() == Tone.OK || state.chip.tone() == Tone.INFO;
        if ((calm || silent) && product.orphaned()) {
            return state.overruled(
                    new Chip(Tone.WARN, "unplug", "Left alone"),
                    "Nobody looks after this product any more",
                    "Its label says");
        }
        if (calm && !product.fromMaker()) {
            return state.with(new Chip(Tone.INFO, "import", "Not from the maker"));
        }
        if (calm && product.withdrawn()) {
            return state.with(new Chip(Tone.INFO, "package-minus", "Taken off sale"));
        }
        return state;
    }

    /** For a list: one line. */
    public String line() {
        return date == null ? lead : lead + " " + date;
    }

    private static SupportState said(Product product, LocalDate today) {
        Product.Support support = product.support();
        String end = support.endOfSecuritySupport();
        String who = product.fromMaker() ? "The maker" : "The source";
        return switch (support.status()) {
            case "supported" ->
                until(
                        new Chip(Tone.OK, "circle-check", "Supported"),
                        "Security updates until",
                        end,
                        day -> left(today, day, product)
                                + (product.fromMaker() ? " New holes get fixed until then." : ""));
            case "ending" ->
                until(
                        new Chip(Tone.WARN, "hourglass", "Ending soon"),
                        "Security updates end on",
                        end,
                        day -> left(today, day, product) + " After that, new holes stay open.");
            case "ended" ->
                until(
                        new Chip(Tone.BAD, "octagon-x", "Support ended"),
                        "Security updates ended on",
                        end,
                        day -> TimeSpan.ago(day, today) + " It may still work, but new holes are not fixed.");
            case "ended_at_unstated_date" ->
                plain(
                        new Chip(Tone.BAD, "octagon-x", "Support ended"),
                        "Security updates have ended",
                        who + " has not said on which day.");
            case "no_end_announced" ->
                plain(
                        new Chip(Tone.INFO, "calendar-off", "No end date"),
                        "Security updates, but no end date",
                        "Updates come today. " + who + " has not said until when.");
            case "until_notice" ->
                plain(
                        new Chip(Tone.INFO, "calendar-off", "No end date"),
                        "Security updates until further notice",
                        "The maker promises to say so " + Promised.months(support) + " before they stop.");
            case "depends_on_purchase" ->
                plain(
                        new Chip(Tone.INFO, "receipt", "Counts from purchase"),
                        "Security updates for " + Promised.months(support) + " from the day you buy it",
                        "Keep the receipt: it says when your time began.");
            case "none_promised" ->
                plain(
                        new Chip(Tone.BAD, "ban", "No updates"),
                        "This product gets no security updates",
                        who + " says so. Holes that are found later stay open.");
            case "not_stated" ->
                plain(
                        new Chip(Tone.UNK, "not-stated", "Not stated"),
                        "We do not know about security updates",
                        "Nobody has said here if it gets any, or until when.");
            default ->
                plain(
                        new Chip(Tone.UNK, "not-stated", "Not readable"),
                        "Something is said about security updates that we cannot show here",
                        "Its live label may show it. Do not count on updates until you know.");
        };
    }

    private interface Saying {
        String about(LocalDate day);
    }

    private static SupportState until(Chip chip, String lead, @Nullable String end, Saying more) {
        if (end == null) {
            return plain(chip, lead + " a day that we cannot show here", "Its live label may show it.");
        }
        LocalDate day = Dates.lastDay(end);
        String said = Dates.end(end);
        // "on 30 June 2031", but "at the end of June 2031"
        String joined = said.startsWith("the end of") ? lead.replaceFirst(" on$", " at") : lead;
        return new SupportState(chip, joined, said, day, more.about(day));
    }

    private static SupportState plain(Chip chip, String sentence, String more) {
        return new SupportState(chip, sentence, null, null, more);
    }

    private static String left(LocalDate today, LocalDate day, Product product) {
        String left = today.isEqual(day) ? "Today is the last day" : TimeSpan.between(today, day) + " left";
        return product.fromMaker() ? left + "." : left + ", says " + source(product) + ".";
    }

    /** Whose word it is where it is not the maker's. */
    private static String source(Product product) {
        Product.Provenance provenance = product.support().provenance();
        List<Product.Evidence> evidence = provenance == null ? List.of() : provenance.evidence();
        String title = evidence.isEmpty() ? null : evidence.getFirst().title();
        return title == null ? product.publisher().name() : title;
    }

    /** What is said still stands there, but not as the heading. */
    private SupportState overruled(Chip other, String heading, String before) {
        return plain(other, heading, before + ": “" + line() + "”.");
    }

    private SupportState with(Chip other) {
        return new SupportState(other, lead, date, until, more);
    }
}
