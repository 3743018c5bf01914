package io.parcours.connector.operatordata;

import io.parcours.account.AccountValues;
import io.parcours.account.OffLimits;
import io.parcours.account.WrongValue;
import io.parcours.conversation.Problem;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes a connection of what an operator's administrator filled in, or says what is wrong with it at its field. */
final class SystemValues {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]+");
    private static final int MOST_AT_ONCE = 50;
    private static final int MOST_A_SECOND = 10_000;

    private final OffLimits offLimits;

    SystemValues(OffLimits offLimits) {
        this.offLimits = offLimits;
    }

    /** @throws WrongValue saying what is wrong */
    OperatorConnection connection(AccountValues values) {
        if (!NAME.matcher(values.name()).matches()) {
            throw new WrongValue(label(), Problem.of("account.systemName"), "name");
        }
        SystemAddress address = SystemAddress.of(values.get("url"));
        reachable(address);
        if (address.sql()) {
            require(values.get("user") != null, "user", Problem.of("account.systemUser"));
            require(values.get("password") != null, "password", Problem.of("account.systemPassword"));
        }
        String file = values.get("operations");
        require(OperatorConnection.isFileName(file), "operations", Problem.of("account.systemOperations"));
        return new OperatorConnection(
                values.tenant(),
                values.name(),
                address.url(),
                values.get("user"),
                values.get("password"),
                headers(values, address),
                file,
                new OperatorOptions(
                        bounded(values, "concurrent", MOST_AT_ONCE),
                        bounded(values, "rate", MOST_A_SECOND),
                        null,
                        null,
                        null,
                        null));
    }

    /** Where a name leads may change later: a database is looked at once more from inside, at each connection. */
    private void reachable(SystemAddress address) {
        boolean ours = address.sql() && offLimits.database(address.host(), address.port(), address.database());
        require(!ours, "url", Problem.of("account.systemOurs"));
        require(!linkLocal(address.host()), "url", Problem.of("account.systemLinkLocal"));
    }

    /** There machines of a cloud are told their own secrets. */
    private static boolean linkLocal(String host) {
        try {
            return Stream.of(InetAddress.getAllByName(host)).anyMatch(InetAddress::isLinkLocalAddress);
        } catch (UnknownHostException away) {
            return false;
        }
    }

    private static Map<String, String> headers(AccountValues values, SystemAddress address) {
        String name = values.get("headerName");
        String value = values.get("headerValue");
        if (name == null) {
            return Map.of();
        }
        require(
                !address.sql() && HEADER_NAME.matcher(name).matches(),
                "headerName",
                Problem.of("account.systemHeader"));
        require(
                value != null && HEADER_VALUE.matcher(value).matches(),
                "headerValue",
                Problem.of("account.systemHeaderValue"));
        try {
            HttpRequest.newBuilder(URI.create(address.url())).setHeader(name, value);
        } catch (IllegalArgumentException reserved) {
            throw new WrongValue(label(), Problem.of("account.systemHeader"), "headerName");
        }
        return Map.of(name, value);
    }

    private static Integer bounded(AccountValues values, String field, int most) {
        Integer number = values.number(field);
        require(number == null || number > 0 && number <= most, field, Problem.of("account.between", 1, most));
        return number;
    }

    private static void require(boolean met, String field, Problem otherwise) {
        if (!met) {
            throw new WrongValue(label(), otherwise, field);
        }
    }

    private static String label() {
        return "Not an operator's system: ";
    }
}
