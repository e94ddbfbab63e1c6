package org.livelabel.registry.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Projection;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.log.PublicationType;
import org.livelabel.registry.log.Subject;

/** The products that the log knows, now and at any moment before. */
@ApplicationScoped
public class Products implements Projection {
    @Inject
    ProductRepository rows;

    @Inject
    GtinPeriodRepository gtins;

    @Inject
    Documents documents;

    @Inject
    PublicationLog log;

    @Inject
    ObjectMapper mapper;

    @Transactional
    public Optional<ProductState> find(UUID id) {
        return rows.findByIdOptional(id).map(this::state);
    }

    /** As it was before a moment; empty if it was not registered then. */
    @Transactional
    public Optional<ProductState> find(UUID id, Instant before) {
        ProductState state = null;
        for (Publication publication : log.history(Subject.product(id), before)) {
            state = ProductState.after(state, publication, documents, mapper);
        }
        return Optional.ofNullable(state);
    }

    /** Which product each GTIN leads to now; a GTIN that leads nowhere is not in the answer. */
    @Transactional
    public Map<String, UUID> byGtin(Collection<String> wanted) {
        return gtins.current(wanted).stream().collect(Collectors.toMap(g -> g.gtin, g -> g.productId));
    }

    /** Which product each GTIN leads to, or led to last; a GTIN that nobody ever took is not in the answer. */
    @Transactional
    public Map<String, UUID> holders(Collection<String> wanted) {
        return gtins.everTaken(wanted).stream()
                .collect(Collectors.toMap(g -> g.gtin, g -> g.productId, (earlier, later) -> later));
    }

    @Transactional
    public Optional<UUID> byGtin(String gtin, Instant before) {
        return gtins.on(gtin, before).map(g -> g.productId);
    }

    @Transactional
    public Map<UUID, ProductState> find(Collection<UUID> ids) {
        return rows.list("id in ?1", ids).stream()
                .map(this::state)
                .collect(Collectors.toMap(ProductState::id, state -> state));
    }

    /** The next products in the order of their ids. */
    @Transactional
    public List<ProductState> after(@Nullable UUID id, int limit) {
        return rows.after(id, limit).stream().map(this::state).toList();
    }

    @Override
    public void apply(Publication publication) {
        if (publication.subject().isOrganisation()) {
            return;
        }
        if (publication.subject().isBlob()) {
            forget(publication.subject().name(), publication.index());
            return;
        }
        Product row = rows.findById(publication.subject().id());
        ProductState before = row == null ? null : state(row);
        ProductState after = Objects.requireNonNull(ProductState.after(before, publication, documents, mapper));
        if (row == null) {
            row = new Product();
            row.id = after.id();
            row.labelCode = after.labelCode();
        }
        write(row, after);
        if (publication.type() == PublicationType.GTINS_CHANGED) {
            moveGtins(publication);
        }
    }

    private void write(Product row, ProductState after) {
        row.manufacturerId = after.manufacturer();
        row.publisherId = after.publisher();
        row.state = write(after);
        row.asOfIndex = after.asOfIndex();
        rows.persist(row);
    }

    /** Folds every product again that the withheld text may be in; now nobody can read it any more. */
    private void forget(String sha256, long last) {
        for (Subject subject : log.naming(sha256, last)) {
            if (subject.isProduct()) {
                ProductState state = null;
                for (Publication publication : log.history(subject, last)) {
                    state = ProductState.after(state, publication, documents, mapper);
                }
                write(rows.findById(subject.id()), Objects.requireNonNull(state));
            }
        }
    }

    @Override
    public void clear() {
        gtins.deleteAll();
        rows.deleteAll();
    }

    private void moveGtins(Publication publication) {
        UUID product = publication.subject().id();
        for (JsonNode gtin : publication.data().get("released")) {
            for (GtinPeriod period : gtins.current(List.of(gtin.asText()))) {
                period.releasedAt = publication.publishedAt();
            }
        }
        // a number that one command releases and another product takes must be free before it is taken
        gtins.flush();
        for (JsonNode gtin : publication.data().get("taken")) {
            GtinPeriod period = new GtinPeriod();
            period.gtin = gtin.asText();
            period.fromIndex = publication.index();
            period.productId = product;
            period.takenAt = publication.publishedAt();
            gtins.persist(period);
        }
    }

    private ProductState state(Product row) {
        try {
            return mapper.readValue(row.state, ProductState.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(ProductState state) {
        try {
            return mapper.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
