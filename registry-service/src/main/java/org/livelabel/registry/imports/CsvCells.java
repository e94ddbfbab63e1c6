package org.livelabel.registry.imports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts a cell where it belongs in an import-row/1 object. What a cell may hold is checked with that object, not here. */
final class CsvCells {
    private CsvCells() {}

    static void put(ObjectNode row, String pointer, CsvColumn column, String cell) {
        String[] steps = pointer.substring(1).split("/");
        ObjectNode at = row;
        int last = steps.length - 1;
        for (int i = 0; i < last; i++) {
            boolean listed = steps[i + 1].equals("0");
            at = listed ? first(at.withArray(steps[i])) : at.withObjectProperty(steps[i]);
            if (listed) {
                i++;
            }
        }
        switch (column) {
            case GTINS -> {
                ArrayNode gtins = at.putArray(steps[last]);
                for (String gtin : cell.split("\\s+")) {
                    gtins.add(gtin);
                }
            }
            case SUPPORT_MONTHS -> {
                if (cell.matches("[0-9]{1,9}")) {
                    at.put(steps[last], Integer.parseInt(cell));
                } else {
                    at.put(steps[last], cell);
                }
            }
            default -> at.put(steps[last], cell);
        }
    }

    private static ObjectNode first(ArrayNode list) {
        return list.isEmpty() ? list.addObject() : (ObjectNode) list.get(0);
    }
}
