package org.livelabel.gates.bad.sharing.orders;

import jakarta.persistence.Entity;

@Entity
public class OrderEntity {
    public String state = "";
}
