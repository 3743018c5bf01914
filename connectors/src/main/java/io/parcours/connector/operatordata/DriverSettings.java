package io.parcours.connector.operatordata;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a database's driver is told beside the address. */
final class DriverSettings {

    private DriverSettings() {}

    static Map<String, String> of(OperatorConnection connection) {
        Duration patience = connection.options().connectTimeout();
        Map<String, String> settings = new LinkedHashMap<>();
        if (postgres(connection)) {
            settings.put("ApplicationName", "parcours");
            settings.put("logServerErrorDetail", "false");
            settings.put("connectTimeout", String.valueOf(Math.max(1, patience.toSeconds())));
        }
        if (connection.url().startsWith("jdbc:mariadb:")) {
            // A server could otherwise ask for files of ours.
            settings.put("allowLocalInfile", "false");
        }
        return settings;
    }

    static boolean postgres(OperatorConnection connection) {
        return connection.url().startsWith("jdbc:postgresql:");
    }
}
