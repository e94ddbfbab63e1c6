package org.livelabel.label.label;

import java.util.List;
import org.livelabel.label.words.Words;
import org.livelabel.support.SupportStatus;

/** The six facts as such, without a product. */
public final class FactCatalogue {
    private FactCatalogue() {}

    /** In the order of every label. */
    public static List<Fact> unanswered(Words words) {
        return new SixFacts(words).of(Disclosed.nothing(), SupportStatus.NOT_STATED);
    }
}
