package org.livelabel.gates.bad.tables.orders;

public class OrderRows {
    /** Reaches into whatever class uses it. */
    public static final String TABLE = "shop.order_line";

    String all() {
        return "select id from shop.order_line join shop.address on id = order_id";
    }
}
