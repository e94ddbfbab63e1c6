package org.livelabel.label.label;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.livelabel.label.label.LabelView.Action;
import org.livelabel.label.label.LabelView.Advice;
import org.livelabel.label.label.LabelView.Link;
import org.livelabel.label.label.LabelView.Panel;
import org.livelabel.label.label.LabelView.Step;
import org.livelabel.label.words.Words;

/** What to do now, wherever the state asks for something; and what else can be done with a label. */
final class AdviceComposer {
    private static final int MOST_STEPS = 3;

    private final LabelContext context;
    private final Words words;
    private final Optional<URI> catalogue;

    AdviceComposer(LabelContext context, Optional<URI> catalogue) {
        this.context = context;
        this.words = context.words();
        this.catalogue = catalogue;
    }

    @Nullable Advice advice(Panel panel) {
        String key = "advice." + panel.state();
        if (!words.has(key + ".title")) {
            return null;
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i <= MOST_STEPS; i++) {
            String step = key + "." + i;
            if (words.has(step)) {
                String strong = words.has(step + ".strong") ? words.say(step + ".strong") : null;
                steps.add(new Step(strong, words.say(step, context.maker()), link(step)));
            }
        }
        String intro = words.has(key + ".intro") ? words.say(key + ".intro", context.kindOfProduct()) : null;
        return new Advice(words.say(key + ".title"), intro, List.copyOf(steps));
    }

    List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        if (!context.disclosed().isNothing()) {
            actions.add(action("swap", "action.handover", "#handover", false));
        }
        String code = context.product().labelCode();
        actions.add(action("qr", "action.qr", "/l/" + code + "/qr.svg", false));
        String contact = context.product().manufacturer().contact();
        if (contact != null && (contact.startsWith("https://") || contact.startsWith("mailto:"))) {
            actions.add(new Action(
                    "mail",
                    words.say("action.ask"),
                    null,
                    new Link(contact, words.say("action.ask", context.maker()), true)));
        }
        catalogue.ifPresent(web -> actions.add(action("search", "action.catalogue", web.toString(), false)));
        return actions;
    }

    private Action action(String icon, String key, String href, boolean external) {
        return new Action(
                icon,
                words.say(key),
                words.has(key + ".note") ? words.say(key + ".note") : null,
                new Link(href, words.say(key), external));
    }

    /** A step may point to a section that is on the page only if something was disclosed. */
    private @Nullable Link link(String step) {
        if (!words.has(step + ".link") || context.disclosed().isNothing()) {
            return null;
        }
        return new Link(words.say(step + ".href"), words.say(step + ".link"), false);
    }
}
