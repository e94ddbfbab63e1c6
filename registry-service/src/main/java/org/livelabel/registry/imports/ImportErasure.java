package org.livelabel.registry.imports;

import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.registry.log.OnlyHere;
import org.livelabel.registry.log.PrivateTexts;
import org.livelabel.texts.WrittenText;

/** Takes erased texts out of lines that wait, and out of what was said of lines that failed. */
@ApplicationScoped
class ImportErasure implements PrivateTexts {
    private static final String GONE = "The line held a text that is withheld for legal reasons. Write another one.";
    private static final String UNSAID =
            "What was wrong with the line was told with a text that is withheld for legal reasons, so"
                    + " it is not told any more. Send the line again, without that text, to learn what is wrong with it.";

    private final ImportRepository imports;
    private final ImportRowRepository rows;

    ImportErasure(ImportRepository imports, ImportRowRepository rows) {
        this.imports = imports;
        this.rows = rows;
    }

    @Override
    public Place place() {
        return Place.IMPORTS;
    }

    /** Waits for the lines at hand, and then nobody works on these publishers' imports until the transaction ends. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(Sought sought) {
        if (sought.waits()) {
            imports.hold(sought.publishers());
        } else {
            imports.holdIfFree(sought.publishers(), sought.since());
        }
        eraseFrom(sought.since(), sought.publishers(), sought.texts());
    }

    private void eraseFrom(Instant moment, Set<UUID> publishers, OnlyHere texts) {
        rows.refuseWaiting(publishers, moment, texts.quoted(), GONE);
        // a line waits as its sender wrote it, and JSON can write a letter in several ways
        rows.refuseWaitingEscaped(publishers, moment, line -> holds(line, texts), GONE);
        rows.retellFailed(publishers, moment, toldWith(texts), UNSAID);
    }

    /**
     * The texts in every form in which a problem tells them, and as JSON writes that: as they are, in quotation marks, as a
     * field's name, and with codes in place of what nobody can see.
     */
    private static Set<String> toldWith(OnlyHere texts) {
        Set<String> told = new HashSet<>();
        for (String quoted : texts.quoted()) {
            String text = StrictJson.parse(quoted).asText();
            String name = text.replace("~", "~0").replace("/", "~1");
            for (String form : List.of(text, quoted, name)) {
                told.add(escaped(form));
                told.add(escaped(WrittenText.visible(form)));
            }
        }
        return told;
    }

    private static String escaped(String text) {
        String quoted = TextNode.valueOf(text).toString();
        return quoted.substring(1, quoted.length() - 1);
    }

    private static boolean holds(String line, OnlyHere texts) {
        try {
            return texts.isIn(StrictJson.parse(line));
        } catch (HttpProblem e) {
            // what is no JSON is never published; it may hold anything
            return true;
        }
    }
}
