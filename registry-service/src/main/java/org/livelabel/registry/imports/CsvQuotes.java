package org.livelabel.registry.imports;

/** Follows quotation marks byte by byte (RFC 4180, 2): they open at the beginning of a cell only, and double to stand for one. */
final class CsvQuotes {
    private enum Within {
        CELL_START,
        PLAIN,
        QUOTED,
        CLOSED
    }

    private Within within = Within.CELL_START;

    void read(int b) {
        within = switch (within) {
            case CELL_START -> b == '"' ? Within.QUOTED : plain(b);
            case PLAIN -> plain(b);
            case QUOTED -> b == '"' ? Within.CLOSED : Within.QUOTED;
            case CLOSED -> b == '"' ? Within.QUOTED : plain(b);
        };
    }

    boolean open() {
        return within == Within.QUOTED;
    }

    void reset() {
        within = Within.CELL_START;
    }

    private static Within plain(int b) {
        return b == ',' ? Within.CELL_START : Within.PLAIN;
    }
}
