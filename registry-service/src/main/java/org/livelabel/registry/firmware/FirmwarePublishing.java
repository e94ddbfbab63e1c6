package org.livelabel.registry.firmware;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.livelabel.conduct.idempotency.Idempotency;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.authority.Membership;
import org.livelabel.registry.draft.DraftTransfers;
import org.livelabel.registry.entry.PublicationType;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Fact;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.Products;

/** Publishes a release, or takes one back. Whoever calls has checked who may, and the body. */
@ApplicationScoped
class FirmwarePublishing {
    private final FirmwareRows rows;
    private final Products products;
    private final DraftTransfers drafts;
    private final Documents documents;
    private final PublicationLog log;
    private final Idempotency idempotency;
    private final ObjectMapper mapper;

    FirmwarePublishing(
            FirmwareRows rows,
            Products products,
            DraftTransfers drafts,
            Documents documents,
            PublicationLog log,
            Idempotency idempotency,
            ObjectMapper mapper) {
        this.rows = rows;
        this.products = products;
        this.drafts = drafts;
        this.documents = documents;
        this.log = log;
        this.idempotency = idempotency;
        this.mapper = mapper;
    }

    @Transactional
    JsonNode release(Membership member, UUID id, JsonNode request, String key) {
        return idempotency.once(member.id(), key, "firmware " + id + " " + request, () -> {
            ProductState product = lock(member, id);
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
            ObjectNode data = mapper.createObjectNode().put("release", release);
            data.set("released_on", request.get("released_on"));
            data.set("image_sha256", request.get("sha256"));
            data.set("image_size", request.get("size"));
            data.set("signed", request.get("signed"));
            data.set("anti_rollback", request.get("anti_rollback"));
            publish(PublicationType.FIRMWARE_RELEASED, product, data, document);
            return answer(id, release);
        });
    }

    @Transactional
    JsonNode withdraw(Membership member, UUID id, String version, JsonNode request, String key) {
        return idempotency.once(member.id(), key, "firmware-withdraw " + id + " " + version + request, () -> {
            ProductState product = lock(member, id);
            FirmwareRelease row = rows.byVersion(id, version, Day.EVER)
                    .orElseThrow(() -> Problem.of(
                            ProblemType.NOT_FOUND, "This product has no published firmware " + version + "."));
            if (!row.state().mayBecome(FirmwareState.WITHDRAWN)) {
                throw Problem.of(ProblemType.LIFE_CYCLE, "This release was withdrawn before.");
            }
            ObjectNode data = mapper.createObjectNode().put("release", row.release());
            publish(PublicationType.FIRMWARE_WITHDRAWN, product, data, request);
            return answer(id, row.release());
        });
    }

    private ProductState lock(Membership member, UUID id) {
        drafts.lock(List.of(id));
        ProductState product = products.find(id).orElseThrow();
        if (!product.publisher().equals(member.id())) {
            throw Problem.of(ProblemType.NOT_ALLOWED, "This product belongs to another organisation.");
        }
        return product;
    }

    private void publish(PublicationType type, ProductState product, ObjectNode data, JsonNode document) {
        data.set("document", mapper.valueToTree(documents.store(document)));
        log.append(
                List.of(new Fact(type, Subject.product(product.id()), product.manufacturer(), product.publisher(), data)
                        .entry()));
    }

    private FirmwareResponse answer(UUID product, int release) {
        return FirmwareResponse.of(rows.find(product, release).orElseThrow(), Day.EVER);
    }
}
