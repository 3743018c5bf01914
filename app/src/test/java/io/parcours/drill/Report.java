package io.parcours.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was seen in a drill, as a table: on the console and in {@code target/drills}. */
final class Report {

    private final String drill;
    private final Path folder;
    private final List<String> lines = new ArrayList<>();

    Report(String drill, Path folder) {
        this.drill = drill;
        this.folder = folder;
        lines.add("| %s%s | |".formatted(drill, Stage.full() ? "" : " (small)"));
        lines.add("|---|---|");
    }

    Report line(String what, Object seen) {
        lines.add("| %s | %s |".formatted(what, seen));
        return this;
    }

    /** @param sends by channel: SMS, and in the order of {@link Correspondents#CHANNELS} */
    Report sends(List<SendLedger> sends) {
        return line("messages sent by the platform: SMS, and in this order", each(sends, SendLedger::messages))
                .line("marked unknown", each(sends, ledger -> ledger.unknown().size()))
                .line("shown twice on a handset", each(sends, SendLedger::doubled))
                .line(
                        "lost, or doubled without such a reason",
                        each(
                                sends,
                                ledger -> ledger.lost().size()
                                        + ledger.wronglyDoubled().size()));
    }

    /** A figure of each ledger. */
    static String each(List<SendLedger> sends, Function<SendLedger, Number> figure) {
        return sends.stream()
                .map(ledger -> String.valueOf(figure.apply(ledger)))
                .collect(Collectors.joining(", "));
    }

    void print() {
        System.out.println(String.join(System.lineSeparator(), lines));
        try {
            Files.write(folder.resolve(drill + ".md"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }
}
