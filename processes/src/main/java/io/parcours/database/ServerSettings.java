package io.parcours.database;

import java.util.List;
import java.util.stream.Stream;

/** How an embedded server runs. */
final class ServerSettings {

    private static final List<String> LISTENING =
            List.of("listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=UTC");
    // Statements and the details of errors hold what people wrote, and stay out of the server's log.
    private static final List<String> DISCREET = List.of(
            "log_min_messages=log",
            "log_min_error_statement=panic",
            "log_error_verbosity=terse",
            "log_checkpoints=off");
    private static final List<String> DURABLE =
            List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on", "max_connections=100");
    private static final List<String> FAST = List.of(
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
            "shared_buffers=64MB",
            "max_connections=200",
            "autovacuum_naptime=1h");

    private ServerSettings() {}

    /** The settings as options of PostgreSQL's command line. */
    static String asOptions(int port, boolean durable) {
        StringBuilder options = new StringBuilder("-p " + port);
        Stream.of(LISTENING, DISCREET, durable ? DURABLE : FAST)
                .flatMap(List::stream)
                .forEach(setting -> options.append(" -c ").append(setting));
        return options.toString();
    }
}
