package org.livelabel.registry.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.livelabel.registry.log.OnlyHere;

/** Takes erased texts out of lines that wait, and out of what was said of lines that failed. */
@ApplicationScoped
public class ImportErasure {
    private static final String GONE = "The line held a text that is withheld for legal reasons. Write another one.";

    @Inject
    ImportRepository imports;

    @Inject
    Session session;

    /** Waits for the lines at hand, and then nobody works on these publishers' imports until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(Set<UUID> publishers) {
        imports.hold(publishers);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(Set<UUID> publishers, OnlyHere texts) {
        erase("line = null, refused = ?", "result is null", "line", publishers, texts);
        erase("detail = json_build_object('detail', ?::text)", "result = 'failed'", "detail", publishers, texts);
    }

    private void erase(String change, String which, String column, Set<UUID> publishers, OnlyHere texts) {
        session.doWork(connection -> {
            try (var update = connection.prepareStatement("update work.import_row r set " + change
                    + " from work.import i where i.id = r.import_id and i.publisher_id = any(?) and " + which
                    + " and exists (select from unnest(?) text where position(text in " + column + ") > 0)")) {
                update.setString(1, GONE);
                update.setArray(2, connection.createArrayOf("uuid", publishers.toArray()));
                update.setArray(3, connection.createArrayOf("text", texts.toArray()));
                update.executeUpdate();
            }
        });
    }
}
