package org.livelabel.registry.firmware;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.entry.About;
import org.livelabel.registry.entry.FirmwareReleased;
import org.livelabel.registry.entry.FirmwareWithdrawn;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.Products;
import org.livelabel.registry.publishing.Actor;
import org.livelabel.registry.publishing.Locks;
import org.livelabel.registry.publishing.Outcome;
import org.livelabel.registry.publishing.Publishing;

/** Publishes a release, or takes one back. Whoever calls has checked the body. */
@ApplicationScoped
class FirmwarePublishing {
    private final FirmwareRows rows;
    private final Products products;
    private final Documents documents;
    private final Publishing publishing;
    private final ObjectMapper mapper;

    FirmwarePublishing(
            FirmwareRows rows, Products products, Documents documents, Publishing publishing, ObjectMapper mapper) {
        this.rows = rows;
        this.products = products;
        this.documents = documents;
        this.publishing = publishing;
        this.mapper = mapper;
    }

    JsonNode release(Actor publisher, UUID id, JsonNode request, String key) {
        return publishing.once(publisher, key, "firmware " + id + " " + request, Locks.own(id), () -> {
            String version = request.get("version").asText();
            if (rows.byVersion(id, version, Day.EVER).isPresent()) {
                throw Problem.at(
                        ProblemType.FIRMWARE_VERSION_TAKEN,
                        "/version",
                        "was published before; what was published is not changed, so give the new image a new version");
            }
            List<FirmwareRelease> last = rows.list(id, Day.EVER, Integer.MAX_VALUE, 1);
            int release = last.isEmpty() ? 1 : last.getFirst().release() + 1;
            ObjectNode document = mapper.createObjectNode().put("version", version);
            for (String text : List.of("minimum_version", "notes")) {
                if (request.has(text)) {
                    document.set(text, request.get(text));
                }
            }
            FirmwareReleased entry = new FirmwareReleased(
                    about(id),
                    release,
                    LocalDate.parse(request.get("released_on").asText()),
                    request.get("sha256").asText(),
                    request.get("size").asLong(),
                    request.get("signed").asBoolean(),
                    request.get("anti_rollback").asBoolean(),
                    documents.store(document));
            return Outcome.of(entry, published -> answer(id, release));
        });
    }

    JsonNode withdraw(Actor publisher, UUID id, String version, JsonNode request, String key) {
        String command = "firmware-withdraw " + id + " " + version + request;
        return publishing.once(publisher, key, command, Locks.own(id), () -> {
            FirmwareRelease row = rows.byVersion(id, version, Day.EVER)
                    .orElseThrow(() -> Problem.of(
                            ProblemType.NOT_FOUND, "This product has no published firmware " + version + "."));
            if (!row.state().mayBecome(FirmwareState.WITHDRAWN)) {
                throw Problem.of(ProblemType.LIFE_CYCLE, "This release was withdrawn before.");
            }
            return Outcome.of(
                    new FirmwareWithdrawn(about(id), row.release(), documents.store(request)),
                    published -> answer(id, row.release()));
        });
    }

    private About about(UUID id) {
        ProductState product = products.find(id).orElseThrow();
        return new About(Subject.product(id), product.manufacturer(), product.publisher());
    }

    private FirmwareResponse answer(UUID product, int release) {
        return FirmwareResponse.of(rows.find(product, release).orElseThrow(), Day.EVER);
    }
}
