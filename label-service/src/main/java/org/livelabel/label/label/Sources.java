package org.livelabel.label.label;

import java.util.ArrayList;
import java.util.List;
import org.livelabel.label.label.LabelView.Link;
import org.livelabel.label.label.LabelView.Source;
import org.livelabel.label.projection.ProductRecord;
import org.livelabel.label.words.Words;

/** Says who says so: never more than "the maker says" where nobody checked, and never the maker where others wrote it. */
final class Sources {
    private final LabelContext context;
    private final Words words;

    Sources(LabelContext context) {
        this.context = context;
        this.words = context.words();
    }

    Source of(boolean byMaker, ProductRecord.Party publisher, Provenance provenance) {
        String who = byMaker
                ? words.say("source.maker." + provenance.basis(), context.maker())
                : words.say("source.copied." + provenance.basis(), context.nameOf(publisher), context.maker());
        String text = provenance.assertedOn() == null
                ? words.say("source.undated", who)
                : words.say("source.dated", who, context.dates().day(provenance.assertedOn()));
        return new Source(text, links(provenance));
    }

    /** For one answer that rests on something else than its section. */
    Source basis(Provenance provenance) {
        String basis = word(provenance.basis());
        String text = provenance.assertedOn() == null
                ? basis
                : words.say("basis.dated", basis, context.dates().day(provenance.assertedOn()));
        return new Source(text, links(provenance));
    }

    /** What an answer rests on, in words. */
    String word(String basis) {
        String copied = "basis." + basis + ".copied";
        return words.say(!context.isFromMaker() && words.has(copied) ? copied : "basis." + basis);
    }

    List<Link> links(Provenance provenance) {
        List<Link> links = new ArrayList<>();
        for (Provenance.Evidence evidence : provenance.evidence()) {
            String key = evidence.url() == null ? "source.unlinked" : "source.link";
            links.add(new Link(evidence.url(), words.say(key, evidence.name()), true));
        }
        return links;
    }
}
