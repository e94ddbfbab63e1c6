package org.livelabel.gates.bad.tables.billing;

/** Bad on purpose: nobody sees which table this empties. */
class Hiding {
    String empty(String table) {
        return "delete from " + table;
    }
}
