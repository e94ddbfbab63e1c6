package org.livelabel.registry.firmware;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.firmware.FirmwareRelease.Withdrawal;
import org.livelabel.registry.firmware.FirmwareRelease.Words;
import org.livelabel.registry.framework.RecordSource;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Projection;
import org.livelabel.registry.log.Publication;

/** The releases that the log knows. */
@ApplicationScoped
class FirmwareReleases implements Projection, RecordSource {
    private final FirmwareRows rows;
    private final Documents documents;

    FirmwareReleases(FirmwareRows rows, Documents documents) {
        this.rows = rows;
        this.documents = documents;
    }

    @Override
    public void apply(Publication publication) {
        switch (publication.type()) {
            case FIRMWARE_RELEASED -> release(publication);
            case FIRMWARE_WITHDRAWN -> withdraw(publication);
            case CONTENT_WITHHELD -> rows.naming(publication.subject().name()).forEach(this::tellAgain);
            default -> {}
        }
    }

    @Override
    @Transactional
    public Set<String> recordsFor(UUID product, UUID manufacturer, LocalDate day) {
        return rows.hasAny(product) ? Set.of("firmware") : Set.of();
    }

    @Override
    public boolean isOfTheProductAlone() {
        return true;
    }

    @Override
    public void clear() {
        rows.clear();
    }

    private void release(Publication publication) {
        JsonNode data = publication.data();
        rows.keep(new FirmwareRelease(
                publication.subject().id(),
                data.get("release").asInt(),
                words(publication.documentSha256()),
                LocalDate.parse(data.get("released_on").asText()),
                data.get("image_sha256").asText(),
                data.get("image_size").asLong(),
                data.get("signed").asBoolean(),
                data.get("anti_rollback").asBoolean(),
                publication.manufacturer(),
                publication.publisher(),
                publication.publishedAt(),
                publication.index(),
                publication.effectiveOn(),
                publication.documentSha256(),
                null,
                publication.index()));
    }

    private void withdraw(Publication publication) {
        FirmwareRelease release = rows.find(
                        publication.subject().id(),
                        publication.data().get("release").asInt())
                .orElseThrow();
        rows.keep(release.with(
                release.words(),
                withdrawal(publication.publishedAt(), publication.documentSha256()),
                publication.index()));
    }

    /** A document is withheld: what it told is gone, and nothing else changes. */
    private void tellAgain(FirmwareRelease release) {
        Withdrawal withdrawal = release.withdrawal();
        rows.keep(release.with(
                words(release.documentSha256()),
                withdrawal == null ? null : withdrawal(withdrawal.at(), withdrawal.documentSha256()),
                release.asOfIndex()));
    }

    private Words words(String sha256) {
        JsonNode document = documents.read(sha256);
        return new Words(
                document.path("version").textValue(),
                document.path("minimum_version").textValue(),
                text(document.get("notes")));
    }

    private Withdrawal withdrawal(Instant at, String sha256) {
        return new Withdrawal(at, sha256, text(documents.read(sha256).get("reason")));
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : node.toString();
    }
}
