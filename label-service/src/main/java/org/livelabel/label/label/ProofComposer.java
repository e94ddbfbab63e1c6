package org.livelabel.label.label;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.livelabel.label.label.LabelView.BasisCount;
import org.livelabel.label.label.LabelView.Link;
import org.livelabel.label.label.LabelView.ProofSection;
import org.livelabel.label.projection.ProductRecord;
import org.livelabel.label.words.Words;

/** "Who says so, and can you check it?" */
final class ProofComposer {
    private final LabelContext context;
    private final Words words;
    private final String registry;

    ProofComposer(LabelContext context, URI registry) {
        this.context = context;
        this.words = context.words();
        this.registry = registry.toString().replaceAll("/$", "");
    }

    ProofSection section() {
        Questions questions = new Questions(context);
        int total = Questions.FIELDS.size();
        int answered = questions.answered().size();
        List<BasisCount> byBasis = new ArrayList<>();
        for (String basis : List.of("statement", "document", "test", "measurement")) {
            long count = questions.answeredOn(basis);
            if (count > 0) {
                byBasis.add(new BasisCount(new Sources(context).word(basis), count, false));
            }
        }
        if (answered < total) {
            byBasis.add(new BasisCount(words.say("answer.not_stated"), total - answered, true));
        }
        return new ProofSection(
                words.count("proof.answered", answered).replace("{1}", Integer.toString(total)),
                words.count("proof.unanswered", total - answered),
                byBasis,
                questions.all(),
                paragraphs(),
                links());
    }

    private List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        ProductRecord product = context.product();
        if (context.isFromMaker()) {
            if (product.manufacturer().verified()) {
                paragraphs.add(words.say("proof.verified", context.maker()));
            }
        } else {
            paragraphs.add(words.say("proof.copied", context.nameOf(product.publisher()), context.maker()));
        }
        if (product.support().stream().anyMatch(s -> s.document().content() == null)
                || product.disclosure() != null
                        && product.disclosure().document().content() == null
                || product.identity().content() == null) {
            paragraphs.add(words.say("proof.withheld"));
        }
        if (product.gtins().stream().anyMatch(LabelComposer::isDemonstration)) {
            paragraphs.add(words.say("proof.demonstration"));
        }
        paragraphs.add(words.say("proof.log", String.format(words.locale(), "%,d", product.asOfIndex())));
        return paragraphs;
    }

    private List<Link> links() {
        List<Link> links = new ArrayList<>();
        links.add(new Link(entry(context.product().asOfIndex()), words.say("proof.link.entry"), true));
        context.support()
                .ifPresent(
                        s -> links.add(new Link(blob(s.document().sha256()), words.say("proof.link.support"), true)));
        ProductRecord.Disclosure disclosure = context.product().disclosure();
        if (disclosure != null) {
            links.add(new Link(blob(disclosure.document().sha256()), words.say("proof.link.disclosure"), true));
        }
        return links;
    }

    /** The feed from this entry on: it is the first one of the answer. */
    private String entry(long index) {
        return index == 0 ? registry + "/v1/feed" : registry + "/v1/feed?lastEventId=%012d".formatted(index - 1);
    }

    private String blob(String sha256) {
        return registry + "/v1/blobs/" + sha256;
    }
}
