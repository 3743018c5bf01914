package io.parcours.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The CPU time of this JVM (without its compilers, which stop once it is warm) and of the processes below one PostgreSQL
 * (without autovacuum, which comes when it likes). Linux only: both are read from {@code /proc}.
 */
public final class CpuClock {

    /** Clock ticks of {@code /proc}: 100 a second on every Linux that Java runs on. */
    private static final double MILLIS_A_TICK = 10;

    /** Milliseconds of CPU since some moment; only differences mean something. */
    public record Reading(double jvm, double database) {

        public double total() {
            return jvm + database;
        }

        public Reading since(Reading earlier) {
            return new Reading(jvm - earlier.jvm, database - earlier.database);
        }
    }

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long postmaster;

    public CpuClock(long postmaster) {
        this.postmaster = postmaster;
    }

    public Reading read() {
        return new Reading(system.getProcessCpuTime() / 1e6 - compilers(), database());
    }

    private static double compilers() {
        return children(Path.of("/proc/self/task"))
                .filter(stat -> stat.contains("C1 Compiler") || stat.contains("C2 Compiler"))
                .mapToDouble(CpuClock::millis)
                .sum();
    }

    private double database() {
        return children(Path.of("/proc"))
                .filter(stat -> parent(stat) == postmaster && !commandOf(stat).contains("autovacuum"))
                .mapToDouble(CpuClock::millis)
                .sum();
    }

    private static Stream<String> children(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            List<String> stats = paths.filter(path ->
                            Character.isDigit(path.getFileName().toString().charAt(0)))
                    .map(path -> read(path.resolve("stat")))
                    .filter(stat -> !stat.isEmpty())
                    .toList();
            return stats.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty where the process has ended since. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            return "";
        }
    }

    private static String commandOf(String stat) {
        return read(Path.of("/proc", stat.substring(0, stat.indexOf(' ')), "cmdline"));
    }

    /** What follows the name in parentheses, which may hold anything: state, parent, … and the times as 12th and 13th. */
    private static String[] fields(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }

    private static long parent(String stat) {
        return Long.parseLong(fields(stat)[1]);
    }

    private static double millis(String stat) {
        String[] fields = fields(stat);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_A_TICK;
    }
}
