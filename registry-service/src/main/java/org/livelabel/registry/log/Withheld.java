package org.livelabel.registry.log;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A document that may no longer be shown. Like the log it is appended to and never changed. */
@Entity
@Immutable
@Table(schema = "log", name = "withheld")
class Withheld {
    @Id
    String sha256;

    /** A {@link WithholdingReason}'s wire name. */
    String reason;
}
