package org.livelabel.label.label;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.livelabel.label.words.MakerText;
import org.livelabel.label.words.Words;

/** A disclosure document, read as a label needs it. Unknown members are ignored; what is absent is not stated. */
final class Disclosed {
    private final JsonNode document;
    private final List<Practice> practices;

    /** @param document null if there is none, or if it is withheld */
    Disclosed(@Nullable JsonNode document) {
        this.document = document == null ? MissingNode.getInstance() : document;
        List<Practice> read = new ArrayList<>();
        this.document.path("data").path("practices").forEach(node -> read.add(Practice.of(node)));
        this.practices = List.copyOf(read);
    }

    static Disclosed nothing() {
        return new Disclosed(null);
    }

    boolean isNothing() {
        return document.isMissingNode();
    }

    /** A member by its path, {@code updates.automatic}; missing if it is not stated. */
    JsonNode at(String field) {
        JsonNode node = document;
        for (String member : field.split("\\.")) {
            node = node.path(member);
        }
        return node;
    }

    Answer answer(String claim) {
        return Answer.ofWire(at(claim).path("answer").asText());
    }

    Optional<MakerText> statement(String claim, Words words) {
        return MakerText.of(at(claim).path("statement"), words);
    }

    Optional<MakerText> text(String field, Words words) {
        return MakerText.of(at(field), words);
    }

    List<MakerText> texts(String field, Words words) {
        List<MakerText> texts = new ArrayList<>();
        at(field).forEach(item -> MakerText.of(item, words).ifPresent(texts::add));
        return texts;
    }

    List<Practice> practices() {
        return practices;
    }

    /** Says that it collects nothing, and lists nothing to the contrary. */
    boolean collectsNothing() {
        return answer("data.collects") == Answer.NO && practices.isEmpty();
    }

    Provenance provenance() {
        return Provenance.of(document.path("provenance"), MissingNode.getInstance());
    }

    /** The basis of one field: its own words on it before the document's. */
    Provenance provenanceOf(String field) {
        return Provenance.of(document.path("provenance"), at(field).path("provenance"));
    }

    /** Whether a field speaks of a basis of its own. */
    boolean hasOwnProvenance(String field) {
        return at(field).path("provenance").isObject();
    }
}
