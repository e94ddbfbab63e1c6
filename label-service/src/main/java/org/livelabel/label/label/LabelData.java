package org.livelabel.label.label;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.livelabel.gs1.DigitalLink;
import org.livelabel.gs1.Gtin;
import org.livelabel.label.label.LabelView.Panel;
import org.livelabel.label.projection.ProductRecord;
import org.livelabel.label.wiring.LabelSettings;
import org.livelabel.label.words.Words;

/** Makes the label as data; status, facts and words are those of the page. */
@ApplicationScoped
class LabelData {
    private final LabelSettings settings;

    LabelData(LabelSettings settings) {
        this.settings = settings;
    }

    LabelResponse of(LabelContext context, boolean stale) {
        ProductRecord product = context.product();
        Words words = context.words();
        SixFacts sixFacts = new SixFacts(words);
        List<Fact> facts = sixFacts.of(context.disclosed(), context.status());
        Panel panel = new PanelComposer(context).panel();
        return new LabelResponse(
                product.id(),
                product.labelCode(),
                at(settings.publicUrl(), "/l/" + product.labelCode()),
                product.identity().text("name"),
                product.identity().text("model"),
                product.identity().text("brand"),
                product.deviceGroup(),
                product.category(),
                product.gtins().stream().map(Gtin::value).toList(),
                product.gtins().stream().anyMatch(LabelComposer::isDemonstration),
                product.gtins().isEmpty()
                        ? at(settings.publicUrl(), "/l/" + product.labelCode())
                        : DigitalLink.of(settings.publicUrl(), product.gtins().getFirst()),
                party(product.manufacturer()),
                party(product.publisher()),
                claimant(context.isFromMaker()),
                listing(product),
                context.today(),
                context.status().wireName(),
                panel.heading() + ". " + words.sentence(sixFacts.counts(facts)) + ".",
                new LabelResponse.Support(
                        context.status().wireName(),
                        product.support().stream().anyMatch(context::breaksPromise),
                        product.support().stream().map(this::commitment).toList()),
                facts.stream()
                        .map(f -> new LabelResponse.FactResponse(
                                f.id(), words.say("fact." + f.id()), f.answer().wireName(), f.sentence(), f.fields()))
                        .toList(),
                disclosure(product.disclosure()),
                questions(context),
                product.registeredAt(),
                product.asOfIndex(),
                stale ? true : null);
    }

    private static LabelResponse.Party party(ProductRecord.Party party) {
        return new LabelResponse.Party(party.id(), party.name());
    }

    private static LabelResponse.Listing listing(ProductRecord product) {
        ProductRecord.Listing listing = product.listing();
        ProductRecord.Standing standing = product.standing();
        return new LabelResponse.Listing(
                listing.state(),
                listing.since(),
                reason(listing.reason()),
                listing.supersededBy(),
                listing.successorCode(),
                new LabelResponse.Standing(standing.state(), standing.since(), reason(standing.reason())));
    }

    private static @Nullable JsonNode reason(ProductRecord.@Nullable Document document) {
        JsonNode reason = document == null ? null : document.at("reason");
        return reason == null || reason.isMissingNode() ? null : reason;
    }

    private LabelResponse.Commitment commitment(ProductRecord.Support s) {
        return new LabelResponse.Commitment(
                s.index(),
                s.version(),
                s.change(),
                s.errorCorrected() ? true : null,
                claimant(s.byMaker()),
                s.kind(),
                s.endOfSecuritySupport(),
                s.months(),
                s.generalAvailability(),
                s.endOfSales(),
                s.endOfFeatureUpdates(),
                s.publishedAt(),
                s.effectiveOn(),
                document(s.document()));
    }

    private LabelResponse.@Nullable DisclosureResponse disclosure(ProductRecord.@Nullable Disclosure d) {
        return d == null
                ? null
                : new LabelResponse.DisclosureResponse(
                        d.index(),
                        d.version(),
                        claimant(d.byMaker()),
                        d.publishedAt(),
                        d.effectiveOn(),
                        document(d.document()));
    }

    private LabelResponse.DocumentResponse document(ProductRecord.Document document) {
        return new LabelResponse.DocumentResponse(
                document.sha256(), at(settings.registryUrl(), "/v1/blobs/" + document.sha256()), document.content());
    }

    private static LabelResponse.Questions questions(LabelContext context) {
        Questions questions = new Questions(context);
        Map<String, Long> byBasis = new LinkedHashMap<>();
        for (String basis : List.of("statement", "document", "test", "measurement")) {
            byBasis.put(basis, questions.answeredOn(basis));
        }
        return new LabelResponse.Questions(
                Questions.FIELDS.size(), questions.answered().size(), byBasis);
    }

    private static String claimant(boolean byMaker) {
        return byMaker ? "manufacturer" : "registry";
    }

    private static URI at(URI base, String path) {
        return URI.create(base.toString().replaceAll("/$", "") + path);
    }
}
