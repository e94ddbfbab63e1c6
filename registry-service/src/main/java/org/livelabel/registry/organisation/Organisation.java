package org.livelabel.registry.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(schema = "projection", name = "organisation")
class Organisation {
    @Id
    UUID id;

    String name;
    String sortName;
    String kind;

    @Nullable String country;

    @Nullable String contact;

    boolean verified;
    boolean suspended;
    Instant registeredAt;
    long asOfIndex;
}
