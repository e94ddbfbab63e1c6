package org.livelabel.label.projection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** A document of the log by the SHA-256 of its bytes; without bytes if the registry withholds it. */
@Entity
class Blob {
    @Id
    String sha256;

    byte @Nullable [] bytes;
}
