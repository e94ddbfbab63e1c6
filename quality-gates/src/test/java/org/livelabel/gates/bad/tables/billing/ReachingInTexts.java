package org.livelabel.gates.bad.tables.billing;

/** Bad on purpose: reads another feature's table, in a text block. */
class ReachingInTexts {
    String sum() {
        return """
                select sum(price)
                from payment p, shop.order_line""";
    }
}
