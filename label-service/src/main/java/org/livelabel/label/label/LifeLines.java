package org.livelabel.label.label;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.UtcDay;
import org.livelabel.label.label.LabelView.Line;
import org.livelabel.label.label.LabelView.Link;
import org.livelabel.label.projection.ProductRecord;
import org.livelabel.label.words.MakerText;
import org.livelabel.label.words.Words;

/** What became of the product, and what the registry says of it, as lines of the panel. */
final class LifeLines {
    private final LabelContext context;
    private final Words words;

    LifeLines(LabelContext context) {
        this.context = context;
        this.words = context.words();
    }

    /**
     * What to know before anything else on the label.
     *
     * @param first what has the panel: it is not said a second time
     */
    List<Line> warnings(PanelState first) {
        ProductRecord.Standing standing = context.product().standing();
        List<Line> lines = new ArrayList<>();
        if (standing.is("revoked")) {
            lines.add(line("break", "revoked", first != PanelState.REVOKED, standing.since(), standing.reason()));
        }
        if (standing.is("suspended")) {
            lines.add(
                    line("pause", "under-review", first != PanelState.SUSPENDED, standing.since(), standing.reason()));
        }
        return lines;
    }

    /** @param first what has the panel: it is not said a second time */
    List<Line> facts(PanelState first) {
        ProductRecord.Listing listing = context.product().listing();
        List<Line> lines = new ArrayList<>();
        if (listing.is("orphaned")) {
            lines.add(line("box", "orphaned", first != PanelState.ORPHANED, listing.since(), listing.reason()));
        }
        if (listing.is("withdrawn")) {
            lines.add(withdrawn(listing, first));
        }
        if (listing.successorCode() != null) {
            lines.add(new Line(
                    "swap",
                    words.say("line.superseded.strong"),
                    stands(first),
                    null,
                    new Link("/l/" + listing.successorCode(), words.say("line.superseded.link"), false)));
        }
        return lines;
    }

    private Line line(
            String icon, String key, boolean sayIt, @Nullable Instant since, ProductRecord.@Nullable Document reason) {
        return new Line(
                icon,
                sayIt ? words.say("line." + key + ".strong") : null,
                words.say("line." + key, day(since)),
                quote(reason),
                null);
    }

    private Line withdrawn(ProductRecord.Listing listing, PanelState first) {
        String ended =
                words.say("line.withdrawn", context.nameOf(context.product().publisher()), day(listing.since()));
        return new Line(
                "box",
                first == PanelState.WITHDRAWN ? null : words.say("line.withdrawn.strong"),
                (ended + " " + stands(first)).strip(),
                quote(listing.reason()),
                null);
    }

    /** Not where the label itself is in doubt. */
    private String stands(PanelState first) {
        return first.overrulesTheLabel() ? "" : words.say("line.stands");
    }

    private String day(@Nullable Instant since) {
        return since == null ? "" : context.dates().day(UtcDay.of(since));
    }

    private @Nullable MakerText quote(ProductRecord.@Nullable Document reason) {
        return reason == null ? null : MakerText.of(reason.at("reason"), words).orElse(null);
    }
}
