package org.livelabel.registry.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
        return rows.of(ids).stream().map(this::state).collect(Collectors.toMap(ProductState::id, state -> state));
    }

    /** The next products in the order of their ids. */
    @Transactional
    public List<ProductState> after(@Nullable UUID id, int limit) {
        return rows.after(id, limit).stream().map(this::state).toList();
    }

    @Override
    public void apply(Publication publication) {
        applyAll(List.of(publication));
    }

    /** Each product is read and written once, however many of the publications are about it. */
    @Override
    public void applyAll(List<Publication> publications) {
        Map<UUID, Product> kept = kept(publications);
        Map<UUID, ProductState> states = new LinkedHashMap<>();
        kept.forEach((id, row) -> states.put(id, state(row)));
        Set<UUID> changed = new LinkedHashSet<>();
        for (Publication publication : publications) {
            Subject subject = publication.subject();
            if (subject.isProduct()) {
                states.compute(
                        subject.id(), (id, before) -> ProductState.after(before, publication, documents, mapper));
                changed.add(subject.id());
                if (publication.type() == PublicationType.GTINS_CHANGED) {
                    moveGtins(publication);
                }
            } else if (subject.isBlob()) {
                for (ProductState state : withoutText(subject.name(), publication.index())) {
                    states.put(state.id(), state);
                    changed.add(state.id());
                }
            }
        }
        changed.forEach(id -> write(kept.get(id), Objects.requireNonNull(states.get(id))));
    }

    /** The rows there are of the products that the publications are about. */
    private Map<UUID, Product> kept(List<Publication> publications) {
        Set<UUID> ids = publications.stream()
                .map(Publication::subject)
                .filter(Subject::isProduct)
                .map(Subject::id)
                .collect(Collectors.toSet());
        return rows.of(ids).stream().collect(Collectors.toMap(row -> row.id, row -> row));
    }

    /** Every product that the withheld text may be in, folded again; now nobody can read it any more. */
    private List<ProductState> withoutText(String sha256, long last) {
        List<ProductState> states = new ArrayList<>();
        for (Subject subject : log.naming(sha256, last)) {
            if (subject.isProduct()) {
                ProductState state = null;
                for (Publication publication : log.history(subject, last)) {
                    state = ProductState.after(state, publication, documents, mapper);
                }
                states.add(Objects.requireNonNull(state));
            }
        }
        return states;
    }

    private void write(@Nullable Product known, ProductState state) {
        // one that only a withheld text changed was not read before
        Product row = known == null ? rows.findById(state.id()) : known;
        if (row == null) {
            row = new Product();
            row.id = state.id();
            row.labelCode = state.labelCode();
        }
        row.manufacturerId = state.manufacturer();
        row.publisherId = state.publisher();
        row.state = write(state);
        row.asOfIndex = state.asOfIndex();
        rows.persist(row);
    }

    @Override
    public void clear() {
        gtins.deleteAll();
        rows.deleteAll();
    }

    private void moveGtins(Publication publication) {
        UUID product = publication.subject().id();
        List<String> released = publication
                .data()
                .get("released")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
        if (!released.isEmpty()) {
            gtins.current(released).forEach(period -> period.releasedAt = publication.publishedAt());
            // a number that one command releases and another product takes must be free before it is taken
            gtins.flush();
        }
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
