package org.livelabel.registry.imports;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.conduct.problem.Violation;
import org.livelabel.registry.problem.ProblemType;

/** CSV (RFC 4180, with commas and UTF-8) as import-row/1 objects. The first row names the columns. */
final class CsvRows implements Rows {
    private static final String HELP = "; GET /v1/imports/csv-columns describes the columns";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final ObjectReader reader =
            new CsvMapper().enable(CsvParser.Feature.WRAP_AS_ARRAY).readerFor(String[].class);
    private final Lines lines;
    private final List<CsvColumn.Named> columns;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 or 422 if the header cannot be used */
    CsvRows(InputStream in) throws IOException {
        lines = new Lines(in, new CsvQuotes());
        columns = columns(header());
    }

    @Override
    public @Nullable Row next() throws IOException {
        for (Row row = lines.next(); row != null; row = lines.next()) {
            if (row.text() == null) {
                return row;
            }
            String[] cells = cells(row.text());
            if (cells == null) {
                return refused(row, "is not CSV: after a closing quotation mark comes a comma; within, write \"\".");
            }
            if (cells.length != columns.size()) {
                return refused(
                        row, "has " + cells.length + " cells, but the header names " + columns.size() + " columns.");
            }
            ObjectNode object = object(cells);
            // a spreadsheet writes the rows below the last one as commas
            if (!object.isEmpty()) {
                return new Row(row.number(), object.toString(), null);
            }
        }
        return null;
    }

    private String[] header() throws IOException {
        Row first = lines.next();
        if (first == null || first.text() == null) {
            String why = first == null ? "The file is empty." : Objects.requireNonNull(first.refused());
            throw Problem.of(ProblemType.UNREADABLE_BODY, why + " The first row names the columns" + HELP + ".");
        }
        String text = first.text().charAt(0) == BYTE_ORDER_MARK ? first.text().substring(1) : first.text();
        if (!text.contains(",") && (text.contains(";") || text.contains("\t"))) {
            throw Problem.of(
                    ProblemType.UNREADABLE_BODY,
                    "The cells are separated by " + (text.contains(";") ? "semicolons" : "tabs")
                            + ". Save the file with commas; some spreadsheets call that CSV UTF-8.");
        }
        String[] cells = cells(text);
        if (cells == null) {
            throw Problem.of(
                    ProblemType.UNREADABLE_BODY, "The first row is not CSV. It names the columns" + HELP + ".");
        }
        return cells;
    }

    private static List<CsvColumn.Named> columns(String[] header) {
        List<CsvColumn.Named> columns = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<CsvColumn> missing = EnumSet.allOf(CsvColumn.class);
        missing.removeIf(column -> !column.required());
        for (String cell : header) {
            String name = cell.strip();
            if (!seen.add(name)) {
                violations.add(new Violation(name, "stands twice in the header; keep one"));
            }
            CsvColumn.named(name)
                    .ifPresentOrElse(
                            named -> {
                                columns.add(named);
                                missing.remove(named.column());
                            },
                            () -> violations.add(new Violation(name, "is not a known column" + HELP)));
        }
        missing.forEach(column -> violations.add(new Violation(column.header(), "is missing in the header" + HELP)));
        if (!violations.isEmpty()) {
            throw Problem.of(ProblemType.INVALID_CONTENT, violations);
        }
        return columns;
    }

    private ObjectNode object(String[] cells) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i].strip();
            if (!cell.isEmpty()) {
                columns.get(i).put(cell, row);
            }
        }
        return row;
    }

    /** Null if the row's quotation marks do not fit. */
    private String @Nullable [] cells(String text) {
        try (MappingIterator<String[]> rows = reader.readValues(text)) {
            String[] cells = rows.hasNextValue() ? rows.nextValue() : new String[0];
            return rows.hasNextValue() ? null : cells;
        } catch (IOException e) {
            return null;
        }
    }

    private static Row refused(Row row, String why) {
        return new Row(row.number(), null, "The row " + why);
    }
}
