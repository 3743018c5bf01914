package io.parcours.operatordata;

import java.time.Duration;
import java.util.List;

/**
 * Something that one of the operator's systems can be asked or told, as it is described.
 *
 * @param connection the system's name
 * @param write whether it changes something there
 * @param repeatable whether telling it twice does no harm: the far end knows the key, or the second time changes nothing
 * @param list whether it tells several rows
 * @param cached how long an answer may be old; zero for not at all
 */
public record Operation(
        String connection,
        String name,
        boolean write,
        boolean repeatable,
        boolean list,
        Label label,
        List<Parameter> parameters,
        List<Field> fields,
        Duration timeout,
        Duration cached) {

    public Operation {
        parameters = List.copyOf(parameters);
        fields = List.copyOf(fields);
    }

    /** {@code billing.balance}. */
    public String fullName() {
        return connection + "." + name;
    }

    public boolean takes(String parameter) {
        return parameters.stream().anyMatch(each -> each.name().equals(parameter));
    }
}
