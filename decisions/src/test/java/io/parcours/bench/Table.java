package io.parcours.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table in Markdown, aligned, as docs/performance.md has it. */
public final class Table {

    private final String title;
    private final List<String[]> rows = new ArrayList<>();

    public Table(String title, String... headers) {
        this.title = title;
        rows.add(headers);
    }

    public void row(Object... cells) {
        rows.add(Arrays.stream(cells)
                .map(cell -> cell instanceof Double number ? Spread.figure(number) : String.valueOf(cell))
                .toArray(String[]::new));
    }

    public void print() {
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        rows.forEach(row -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        });
        StringBuilder text = new StringBuilder("\n").append(title).append("\n\n");
        for (int r = 0; r < rows.size(); r++) {
            for (int i = 0; i < columns; i++) {
                text.append(i == 0 ? "| " : " | ")
                        .append(rows.get(r)[i])
                        .append(" ".repeat(widths[i] - rows.get(r)[i].length()));
            }
            text.append(" |\n");
            if (r == 0) {
                for (int i = 0; i < columns; i++) {
                    text.append(i == 0 ? "|---" : "|---:");
                }
                text.append("|\n");
            }
        }
        System.out.println(text);
    }
}
