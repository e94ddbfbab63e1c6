package org.livelabel.registry.imports;

import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.registry.log.OnlyHere;
import org.livelabel.texts.WrittenText;

/** Takes erased texts out of lines that wait, and out of what was said of lines that failed. */
@ApplicationScoped
public class ImportErasure {
    private static final String GONE = "The line held a text that is withheld for legal reasons. Write another one.";
    private static final String UNSAID =
            "What was wrong with the line was told with a text that is withheld for legal reasons, so"
                    + " it is not told any more. Send the line again, without that text, to learn what is wrong with it.";

    private final ImportRepository imports;
    private final Session session;

    ImportErasure(ImportRepository imports, Session session) {
        this.imports = imports;
        this.session = session;
    }

    /** Waits for the lines at hand, and then nobody works on these publishers' imports until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(Set<UUID> publishers, OnlyHere texts) {
        imports.hold(publishers);
        eraseFrom(Instant.EPOCH, publishers, texts);
    }

    /**
     * The same of imports that began after a moment.
     *
     * @throws jakarta.persistence.PersistenceException if somebody works on one of them right now: nobody is waited for
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void eraseSince(Instant moment, Set<UUID> publishers, OnlyHere texts) {
        imports.holdIfFree(publishers, moment);
        eraseFrom(moment, publishers, texts);
    }

    private void eraseFrom(Instant moment, Set<UUID> publishers, OnlyHere texts) {
        erase("line = null, refused = ?", GONE, "result is null", "line", moment, publishers, texts.quoted());
        eraseEscaped(moment, publishers, texts);
        erase(
                "detail = json_build_object('detail', ?::text)",
                UNSAID,
                "result = 'failed'",
                "detail",
                moment,
                publishers,
                toldWith(texts));
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

    /** A line waits as its sender wrote it, and JSON can write a letter in several ways. */
    private void eraseEscaped(Instant moment, Set<UUID> publishers, OnlyHere texts) {
        session.doWork(connection -> {
            try (var waiting = connection.prepareStatement(
                            "select r.import_id, r.line_no, r.line from work.import_row r join work.import i"
                                    + " on i.id = r.import_id where i.publisher_id = any(?) and i.created_at >= ? and r.result is null"
                                    + " and position(E'\\\\' in r.line) > 0");
                    var update = connection.prepareStatement(
                            "update work.import_row set line = null, refused = ? where import_id = ? and line_no = ?")) {
                // not all of a long file at once
                waiting.setFetchSize(500);
                waiting.setArray(1, connection.createArrayOf("uuid", publishers.toArray()));
                waiting.setObject(2, moment.atOffset(ZoneOffset.UTC));
                try (var lines = waiting.executeQuery()) {
                    while (lines.next()) {
                        if (holds(lines.getString(3), texts)) {
                            update.setString(1, GONE);
                            update.setObject(2, lines.getObject(1));
                            update.setLong(3, lines.getLong(2));
                            update.addBatch();
                        }
                    }
                }
                update.executeBatch();
            }
        });
    }

    private static boolean holds(String line, OnlyHere texts) {
        try {
            return texts.isIn(StrictJson.parse(line));
        } catch (HttpProblem e) {
            // what is no JSON is never published; it may hold anything
            return true;
        }
    }

    private void erase(
            String change,
            String instead,
            String which,
            String column,
            Instant moment,
            Set<UUID> publishers,
            Set<String> texts) {
        session.doWork(connection -> {
            try (var update = connection.prepareStatement("update work.import_row r set " + change
                    + " from work.import i where i.id = r.import_id and i.publisher_id = any(?) and i.created_at >= ? and "
                    + which
                    + " and exists (select from unnest(?) text where position(text in " + column + ") > 0)")) {
                update.setString(1, instead);
                update.setArray(2, connection.createArrayOf("uuid", publishers.toArray()));
                update.setObject(3, moment.atOffset(ZoneOffset.UTC));
                update.setArray(4, connection.createArrayOf("text", texts.toArray()));
                update.executeUpdate();
            }
        });
    }
}
