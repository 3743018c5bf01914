package io.parcours.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** The demo's data as people can read and change it: a line a row, semicolons between, the names of the columns on top. */
final class DemoFile {

    private final String name;
    private final List<String> columns;

    private DemoFile(String name, List<String> columns) {
        this.name = name;
        this.columns = columns;
    }

    /** One row. */
    record Row(Map<String, String> cells) {

        String text(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("There is no column " + column);
            }
            return cell;
        }

        /** Null where the cell is empty. */
        String optional(String column) {
            String cell = text(column);
            return cell.isEmpty() ? null : cell;
        }
    }

    static List<Row> rows(String name) {
        try (var reader = new BufferedReader(new InputStreamReader(
                new ClassPathResource("demo/" + name).getInputStream(), StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().filter(line -> !line.isBlank()).toList();
            DemoFile file = new DemoFile(name, cells(lines.get(0)));
            return lines.stream().skip(1).map(file::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's data " + name + " cannot be read", e);
        }
    }

    static List<Row> rows(String name, String operator) {
        return rows(name).stream()
                .filter(row -> row.text("operator").equals(operator))
                .toList();
    }

    private Row row(String line) {
        List<String> cells = cells(line);
        if (cells.size() != columns.size()) {
            throw new IllegalStateException(
                    "%s: %d cells in place of %d: %s".formatted(name, cells.size(), columns.size(), line));
        }
        Map<String, String> named = new LinkedHashMap<>();
        columns.forEach(column -> named.put(column, cells.get(named.size())));
        return new Row(named);
    }

    private static List<String> cells(String line) {
        return List.of(line.split(";", -1));
    }
}
