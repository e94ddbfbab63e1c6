package org.livelabel.registry.publishing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an act holds to its end, said before it begins. In which order it is locked is not the act's to know.
 *
 * @param organisation about which something is published itself
 * @param own products that have to be the actor's own organisation's
 * @param others further products, whosever they are
 * @param names products of the actor's organisation, by what it calls them; those that there are
 */
public record Locks(
        boolean erasure,
        boolean successors,
        @Nullable UUID organisation,
        List<UUID> own,
        List<UUID> others,
        Set<String> names) {
    public Locks {
        if (!names.isEmpty() && !(own.isEmpty() && others.isEmpty())) {
            throw new IllegalArgumentException("products are locked all at once: by their names or by their ids");
        }
        own = List.copyOf(own);
        others = List.copyOf(others);
        names = Set.copyOf(names);
    }

    private static final Locks NONE = new Locks(false, false, null, List.of(), List.of(), Set.of());

    public static Locks none() {
        return NONE;
    }

    /** A product of the actor's own, with its draft and everything about it. */
    public static Locks own(UUID product) {
        return new Locks(false, false, null, List.of(product), List.of(), Set.of());
    }

    public static Locks products(UUID... products) {
        return new Locks(false, false, null, List.of(), List.of(products), Set.of());
    }

    public static Locks named(Collection<String> names) {
        return new Locks(false, false, null, List.of(), List.of(), Set.copyOf(names));
    }

    public static Locks organisation(UUID organisation) {
        return new Locks(false, false, organisation, List.of(), List.of(), Set.of());
    }

    /** One erasure at a time: it goes through the same rows as another one would, and each in an order of its own. */
    public static Locks forErasure() {
        return new Locks(true, false, null, List.of(), List.of(), Set.of());
    }

    public Locks and(UUID product) {
        List<UUID> more = new ArrayList<>(others);
        more.add(product);
        return new Locks(erasure, successors, organisation, own, more, names);
    }

    /** One act about successors at a time: two about four different products could close a ring that neither sees. */
    public Locks andSuccessors() {
        return new Locks(erasure, true, organisation, own, others, names);
    }

    List<UUID> products() {
        List<UUID> all = new ArrayList<>(own);
        all.addAll(others);
        return all;
    }
}
