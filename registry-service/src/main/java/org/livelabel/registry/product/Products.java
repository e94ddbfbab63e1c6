package org.livelabel.registry.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.entry.GtinsChanged;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Projection;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.log.Texts;

/** The products that the log knows, now and at any moment before. */
@ApplicationScoped
public class Products implements Projection, PublicProducts {
    private final ProductRows rows;
    private final GtinRows gtins;
    private final Documents documents;
    private final PublicationLog log;
    private final ObjectMapper mapper;

    Products(ProductRows rows, GtinRows gtins, Documents documents, PublicationLog log, ObjectMapper mapper) {
        this.rows = rows;
        this.gtins = gtins;
        this.documents = documents;
        this.log = log;
        this.mapper = mapper;
    }

    @Override
    @Transactional
    public Optional<ProductState> find(UUID id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** As it was before a moment; empty if it was not registered then. */
    @Transactional
    public Optional<ProductState> find(UUID id, Instant before) {
        return Optional.ofNullable(after(null, log.history(Subject.product(id), before), documents));
    }

    /** Which product each GTIN leads to now; a GTIN that leads nowhere is not in the answer. */
    @Transactional
    public Map<String, UUID> byGtin(Collection<String> wanted) {
        return gtins.current(wanted);
    }

    @Override
    @Transactional
    public Map<String, UUID> holders(Collection<String> wanted) {
        return gtins.last(wanted);
    }

    @Transactional
    public Optional<UUID> byGtin(String gtin, Instant before) {
        return gtins.on(gtin, before);
    }

    @Transactional
    public Map<UUID, ProductState> find(Collection<UUID> ids) {
        return rows.states(ids).stream().map(this::state).collect(Collectors.toMap(ProductState::id, state -> state));
    }

    /** A product after some more publications about it, which need not have happened. */
    public @Nullable ProductState after(
            @Nullable ProductState before, List<Publication> publications, Texts documents) {
        ProductState state = before;
        for (Publication publication : publications) {
            state = ProductState.after(state, publication, documents);
        }
        return state;
    }

    /** The next products in the order of their ids. */
    @Transactional
    public List<ProductState> after(@Nullable UUID id, int limit) {
        return rows.statesAfter(id, limit).stream().map(this::state).toList();
    }

    @Override
    public void apply(Publication publication) {
        applyAll(List.of(publication));
    }

    /** Each product is read and written once, however many of the publications are about it. */
    @Override
    public void applyAll(List<Publication> publications) {
        Map<UUID, ProductState> states = new HashMap<>(find(publications.stream()
                .map(Publication::subject)
                .filter(Subject::isProduct)
                .map(Subject::id)
                .collect(Collectors.toSet())));
        Set<UUID> changed = new LinkedHashSet<>();
        for (Publication publication : publications) {
            Subject subject = publication.subject();
            if (subject.isProduct()) {
                states.compute(subject.id(), (id, before) -> ProductState.after(before, publication, documents));
                changed.add(subject.id());
                if (publication.entry() instanceof GtinsChanged moved) {
                    moveGtins(publication, moved);
                }
            } else if (subject.isBlob()) {
                for (ProductState state : withoutText(subject.name(), publication.index())) {
                    states.put(state.id(), state);
                    changed.add(state.id());
                }
            }
        }
        rows.keep(changed.stream()
                .map(id -> row(Objects.requireNonNull(states.get(id))))
                .toList());
    }

    /** Every product that the withheld text may be in, folded again; now nobody can read it any more. */
    private List<ProductState> withoutText(String sha256, long last) {
        List<ProductState> states = new ArrayList<>();
        for (Subject subject : log.naming(sha256, last)) {
            if (subject.isProduct()) {
                states.add(Objects.requireNonNull(after(null, log.history(subject, last), documents)));
            }
        }
        return states;
    }

    @Override
    public void clear() {
        gtins.clear();
        rows.clear();
    }

    private void moveGtins(Publication publication, GtinsChanged moved) {
        // released before they are taken: one command may take a number from one product and give it to another
        gtins.release(moved.released(), publication.publishedAt());
        gtins.take(moved.taken(), moved.subject().id(), publication.index(), publication.publishedAt());
    }

    private ProductState state(String json) {
        try {
            return mapper.readValue(json, ProductState.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProductRows.Product row(ProductState state) {
        try {
            return new ProductRows.Product(
                    state.id(),
                    state.labelCode(),
                    state.manufacturer(),
                    state.publisher(),
                    mapper.writeValueAsString(state),
                    state.asOfIndex());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
