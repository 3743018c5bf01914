package io.parcours.bench;

/** What {@code mvn -Pbench verify} runs in this module; {@code -Dbench=complaints} chooses one. docs/performance.md tells more. */
public final class ProcessBenchmarks {

    private ProcessBenchmarks() {}

    public static void main(String[] arguments) throws Exception {
        String wanted = System.getProperty("bench", "all");
        if (wanted.equals("all") || wanted.equals("complaints")) {
            ComplaintBenchmark.run();
        }
        if (wanted.equals("all") || wanted.equals("queue")) {
            QueueBenchmark.run();
        }
        // Camunda's default job executor leaves threads that are no daemons.
        System.exit(0);
    }
}
