package org.livelabel.registry.log;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One row of the log. {@code event} is what was published; the other columns repeat parts of it, to find it by. */
@Entity
@Immutable
@Table(schema = "log", name = "entry")
class LogEntry {
    @Id
    @Column(name = "index")
    long logIndex;

    UUID publicationId;
    String type;
    String subject;
    Instant publishedAt;
    byte[] event;
}
