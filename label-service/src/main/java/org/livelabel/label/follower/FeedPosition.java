package org.livelabel.label.follower;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** How far the log was read. One row; it moves in the transaction that applies the entries. */
@Entity
class FeedPosition {
    static final short ONLY = 1;

    @Id
    short id;

    String source;
    long lastIndex;
    boolean caughtUp;
}
