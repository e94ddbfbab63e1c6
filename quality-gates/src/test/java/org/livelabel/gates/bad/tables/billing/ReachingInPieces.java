package org.livelabel.gates.bad.tables.billing;

import org.livelabel.gates.bad.tables.orders.OrderRows;

/** Bad on purpose: the same, put together from what another class offers and what is asked. */
class ReachingInPieces {
    String some(String column, int limit) {
        return "select " + column + " from " + OrderRows.TABLE + " limit " + limit;
    }
}
