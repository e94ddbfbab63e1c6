package org.livelabel.registry.log;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(schema = "log", name = "blob")
class Blob {
    @Id
    String sha256;

    String mediaType;

    /** Null once they were erased. */
    byte @Nullable [] bytes;
}
