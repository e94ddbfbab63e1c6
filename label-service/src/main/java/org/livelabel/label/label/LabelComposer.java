package org.livelabel.label.label;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.livelabel.gs1.Gtin;
import org.livelabel.label.label.LabelView.AnswerSections;
import org.livelabel.label.label.LabelView.Contents;
import org.livelabel.label.label.LabelView.Panel;
import org.livelabel.label.projection.ProductRecord;
import org.livelabel.label.wiring.LabelSettings;
import org.livelabel.label.words.Words;

/** Makes the page's view of a product. */
@ApplicationScoped
class LabelComposer {
    /** GS1's prefix for demonstrations and examples: such a number is on no product in a shop. */
    private static final String DEMONSTRATION = "0952";

    private static final Map<String, String> ICONS = Map.ofEntries(
            Map.entry("camera", "camera"),
            Map.entry("baby-monitor", "camera"),
            Map.entry("doorbell", "camera"),
            Map.entry("thermostat", "thermostat"),
            Map.entry("phone", "phone"),
            Map.entry("tablet", "tablet"),
            Map.entry("e-reader", "reader"),
            Map.entry("watch", "watch"),
            Map.entry("fitness-band", "band"),
            Map.entry("laptop", "laptop"),
            Map.entry("single-board-computer", "board"),
            Map.entry("router", "router"),
            Map.entry("hub", "router"));

    private final LabelSettings settings;

    LabelComposer(LabelSettings settings) {
        this.settings = settings;
    }

    LabelView view(LabelContext context) {
        Words words = context.words();
        ProductRecord product = context.product();
        Panel panel = new PanelComposer(context).panel();
        SixFacts sixFacts = new SixFacts(words);
        List<Fact> facts = sixFacts.of(context.disclosed(), context.status());
        AnswerSections answers = new AnswersComposer(context).sections();
        AdviceComposer advice = new AdviceComposer(context, settings.webUrl());
        return new LabelView(
                product.labelCode(),
                words.say("page.title", context.productName(), context.maker(), lowerFirst(panel.heading())),
                words.say("page.description", panel.heading(), panel.left()),
                ICONS.getOrDefault(product.category(), "device"),
                context.maker(),
                context.productName(),
                about(context),
                product.gtins().stream().anyMatch(LabelComposer::isDemonstration)
                        ? words.say("product.demonstration")
                        : null,
                panel,
                advice.advice(panel),
                facts,
                sixFacts.counts(facts),
                advice.actions(),
                contents(words, answers),
                new SupportComposer(context).section(),
                answers,
                new ProofComposer(context, settings.registryUrl()).section());
    }

    static boolean isDemonstration(Gtin gtin) {
        return gtin.value().startsWith(DEMONSTRATION);
    }

    private static String about(LabelContext context) {
        Words words = context.words();
        ProductRecord product = context.product();
        String model = product.identity().text("model");
        String what = model == null
                ? words.sentence(context.kindOfProduct())
                : words.say("product.model", words.sentence(context.kindOfProduct()), model);
        return product.gtins().isEmpty()
                ? what
                : words.say("product.barcode", what, product.gtins().getFirst().onPack());
    }

    private static List<Contents> contents(Words words, @Nullable AnswerSections answers) {
        List<String> sections = answers == null
                ? List.of("support", "proof")
                : List.of(
                        "support",
                        "collects",
                        "shares",
                        "offline",
                        "password",
                        "protection",
                        "updates",
                        "handover",
                        "holes",
                        "proof");
        List<Contents> contents = new ArrayList<>();
        sections.forEach(s -> contents.add(new Contents(s, words.say("section." + s))));
        return contents;
    }

    private static String lowerFirst(String heading) {
        return heading.substring(0, 1).toLowerCase(Locale.ROOT) + heading.substring(1);
    }
}
