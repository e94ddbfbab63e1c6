package org.livelabel.label.label;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.livelabel.label.label.LabelView.Link;
import org.livelabel.label.label.LabelView.Row;
import org.livelabel.label.label.LabelView.Source;
import org.livelabel.label.words.Words;

/** One field of the disclosure as one row of a section. The row's words are under the field's own path. */
final class Claims {
    private final Disclosed disclosed;
    private final Words words;
    private final Sources sources;

    Claims(LabelContext context) {
        this.disclosed = context.disclosed();
        this.words = context.words();
        this.sources = new Sources(context);
    }

    /** A field of type claim. */
    Row row(String field) {
        return new Row(
                term(field),
                disclosed.answer(field),
                null,
                disclosed.statement(field, words).orElse(null),
                basis(field),
                null);
    }

    /** A row whose answer was put into words by the caller. */
    Row said(String field, @Nullable String value) {
        return value == null
                ? Row.silent(term(field))
                : new Row(
                        term(field),
                        null,
                        value,
                        disclosed.statement(field, words).orElse(null),
                        basis(field),
                        null);
    }

    /** A field that holds an address. */
    Row address(String field) {
        String url = disclosed.at(field).asText();
        return url.startsWith("https://")
                ? new Row(term(field), null, null, null, null, new Link(url, words.say("row." + field + ".link"), true))
                : Row.silent(term(field));
    }

    /** A field that holds a text; nothing if there is none, for what few would miss. */
    Optional<Row> text(String field) {
        return disclosed.text(field, words).map(text -> new Row(term(field), null, null, text, null, null));
    }

    /** A whole number of days. */
    Row days(String field) {
        JsonNode days = disclosed.at(field);
        return said(field, days.canConvertToInt() ? words.count("row." + field + ".value", days.asInt()) : null);
    }

    private String term(String field) {
        return words.say("row." + field);
    }

    private @Nullable Source basis(String field) {
        return disclosed.hasOwnProvenance(field) ? sources.basis(disclosed.provenanceOf(field)) : null;
    }
}
