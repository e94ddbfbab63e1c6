package org.livelabel.label.label;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.livelabel.label.label.LabelView.Line;
import org.livelabel.label.label.LabelView.Link;
import org.livelabel.label.label.LabelView.Panel;
import org.livelabel.label.projection.ProductRecord;
import org.livelabel.label.words.Dates;
import org.livelabel.label.words.Words;
import org.livelabel.support.SupportCommitment;
import org.livelabel.support.SupportEnd;

/** The panel at the top: what holds about security updates today. */
final class PanelComposer {
    private final LabelContext context;
    private final Words words;
    private final Dates dates;

    PanelComposer(LabelContext context) {
        this.context = context;
        this.words = context.words();
        this.dates = context.dates();
    }

    Panel panel() {
        Set<PanelState> holding = PanelState.holding(
                context.status(),
                context.supportIsFromMaker(),
                context.product().listing().state(),
                context.product().standing().state());
        PanelState first = holding.iterator().next();
        SupportEnd end = end();
        String status = context.status().wireName();
        String lead = end == null ? null : words.say("state." + status + (end.monthOnly() ? ".lead.month" : ".lead"));
        String big = end == null ? words.say("state." + status + ".headline", months()) : dates.end(end);
        Panel panel = new Panel(
                first.wireName(),
                first.tone(),
                first.icon(),
                words.say("state." + first.wireName() + ".tag"),
                lead,
                big,
                end == null ? null : end.lastDay().toString(),
                left(end),
                TimeBars.of(context),
                lines(holding, first));
        return first.overrulesTheLabel() ? overruled(panel) : panel;
    }

    /** Nobody in a shop must take the day for a promise that somebody stands by. */
    private Panel overruled(Panel panel) {
        return new Panel(
                panel.state(),
                panel.tone(),
                panel.icon(),
                panel.tag(),
                null,
                words.say("state." + panel.state() + ".headline"),
                null,
                words.say("state." + panel.state() + ".left", panel.heading()),
                null,
                panel.lines());
    }

    private @Nullable SupportEnd end() {
        return context.commitment() instanceof SupportCommitment.FixedDate fixed ? fixed.end() : null;
    }

    private String months() {
        return switch (context.commitment()) {
            case SupportCommitment.PeriodFromPurchase p -> dates.months(p.months());
            case SupportCommitment.NoticeBeforeEnd n -> dates.months(n.months());
            case null, default -> "";
        };
    }

    /** The sentence under the heading. */
    private String left(@Nullable SupportEnd end) {
        String key = "state." + context.status().wireName() + ".left";
        if (!context.supportIsFromMaker()) {
            String copied = key + ".copied";
            return end == null
                    ? words.say(copied, context.sourceName(), months())
                    : words.say(copied, time(end), context.sourceName());
        }
        return end == null ? words.say(key, months()) : words.say(key, time(end));
    }

    private String time(SupportEnd end) {
        return context.today().isAfter(end.lastDay())
                ? dates.ago(end.lastDay(), context.today())
                : dates.left(context.today(), end.lastDay());
    }

    private List<Line> lines(Set<PanelState> holding, PanelState first) {
        LifeLines life = new LifeLines(context);
        List<Line> lines = new ArrayList<>();
        lines.addAll(life.warnings(first));
        broken(lines);
        if (holding.contains(PanelState.IMPORTED)) {
            lines.add(copied(first != PanelState.IMPORTED));
        }
        lines.addAll(life.facts(first));
        if (context.product().publisher().suspended()) {
            lines.add(new Line(
                    "pause",
                    words.say("line.suspended.strong"),
                    words.say("line.suspended", context.nameOf(context.product().publisher())),
                    null,
                    null));
        }
        if (first == PanelState.SUPPORTED) {
            lines.add(new Line("update", null, words.say("state.supported.next"), null, null));
        }
        return lines;
    }

    /** A broken promise stays on the panel for good, whatever was promised afterwards. */
    private void broken(List<Line> lines) {
        List<ProductRecord.Support> broken = context.product().support().stream()
                .filter(context::breaksPromise)
                .toList();
        if (broken.isEmpty()) {
            return;
        }
        String taken = new Ledger(context).taken(broken.getLast());
        lines.add(new Line(
                "break",
                words.say("line.broken.strong"),
                taken.isEmpty()
                        ? words.say("line.broken.part", context.maker())
                        : words.say("line.broken", context.maker(), taken),
                null,
                new Link("#support", words.say("line.broken.link"), false)));
    }

    private Line copied(boolean sayIt) {
        LocalDate on = context.supportProvenance().map(Provenance::assertedOn).orElse(null);
        String text = on == null
                ? words.say("line.copied.undated", context.maker())
                : words.say("line.copied", dates.day(on), context.maker());
        Link source = context.supportProvenance()
                .flatMap(Provenance::source)
                .map(e -> new Link(e.url(), words.say("line.copied.link", e.name()), true))
                .orElse(null);
        return new Line("import", sayIt ? words.say("line.copied.strong") : null, text, null, source);
    }
}
