package org.livelabel.label.projection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
class Organisation {
    @Id
    UUID id;

    String kind;

    @Nullable String country;

    boolean verified;
    boolean suspended;
    String documentSha256;
    long asOfIndex;
}
