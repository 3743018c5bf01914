package io.parcours.connector.operatordata;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Systems named in the configuration, {@code parcours.operator-data.connections[0].tenant} and so on.
 *
 * @param folder where files of operations are looked for before the classpath; blank for the classpath alone
 */
@ConfigurationProperties("parcours.operator-data")
record OperatorDataProperties(
        @DefaultValue("") String folder, @DefaultValue List<Connection> connections) {

    /** The password and the headers are secrets, to be taken from the environment. */
    record Connection(
            String tenant,
            String name,
            String url,
            String user,
            String password,
            Map<String, String> headers,
            String operations,
            OperatorOptions options) {

        OperatorConnection toConnection() {
            return new OperatorConnection(tenant, name, url, user, password, named(), operations, options);
        }

        /** A variable's underscores come as dots, and mean hyphens here: {@code HEADERS_X_API_KEY} is {@code X-Api-Key}. */
        private Map<String, String> named() {
            return headers == null
                    ? Map.of()
                    : headers.entrySet().stream()
                            .collect(Collectors.toMap(
                                    header -> header.getKey().replace('.', '-'),
                                    Map.Entry::getValue,
                                    (one, same) -> one));
        }

        @Override
        public String toString() {
            return "Connection[" + tenant + "/" + name + "]";
        }
    }
}
