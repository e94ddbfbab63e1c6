package org.livelabel.gates.bad.sharing.billing;

import org.livelabel.gates.bad.sharing.orders.OrderEntity;

/** Bad on purpose: works on another feature's entity. */
class Reaching {
    void close(OrderEntity order) {
        order.state = "closed";
    }
}
