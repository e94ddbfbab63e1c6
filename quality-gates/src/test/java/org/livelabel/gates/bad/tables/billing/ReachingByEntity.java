package org.livelabel.gates.bad.tables.billing;

/** Bad on purpose: another feature's entity by its name, and its table by the table's. */
class ReachingByEntity {
    String inHql() {
        return "select i.id from Invoice i";
    }
}
