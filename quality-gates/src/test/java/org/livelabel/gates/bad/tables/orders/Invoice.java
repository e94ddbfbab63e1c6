package org.livelabel.gates.bad.tables.orders;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Invoice {
    @Id
    long id;
}
