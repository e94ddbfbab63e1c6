package org.livelabel.registry.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far imports are. Each question is a transaction of its own, so that none is open while somebody else is asked. */
@ApplicationScoped
class ImportReads {
    private final ImportRepository imports;
    private final ImportRowRepository rows;

    ImportReads(ImportRepository imports, ImportRowRepository rows) {
        this.imports = imports;
        this.rows = rows;
    }

    @Transactional
    Optional<UUID> publisherOf(UUID id) {
        return imports.findByIdOptional(id).map(found -> found.publisherId);
    }

    @Transactional
    Optional<ImportResource.ImportResponse> status(UUID id) {
        return imports.findByIdOptional(id).map(found -> ImportResource.ImportResponse.of(found, rows.counts(id)));
    }

    /** Those that are done, in the file's order. */
    @Transactional
    List<ImportRow> rows(UUID id, @Nullable String result, long after, int limit) {
        return rows.done(id, result, after, limit);
    }
}
