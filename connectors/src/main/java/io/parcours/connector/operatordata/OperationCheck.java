package io.parcours.connector.operatordata;

import io.parcours.connector.operatordata.OperationFile.Kind;
import io.parcours.connector.operatordata.OperationFile.Request;
import io.parcours.connector.operatordata.OperationFile.Result;
import io.parcours.connector.operatordata.OperationFile.Rows;
import io.parcours.connector.operatordata.OperationFile.Written;
import io.parcours.connector.operatordata.OperationFile.WrittenField;
import io.parcours.connector.operatordata.OperationFile.WrittenParameter;
import io.parcours.operatordata.Field;
import io.parcours.operatordata.Label;
import io.parcours.operatordata.Operation;
import io.parcours.operatordata.Parameter;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns what is written into operations, or says what is wrong with it: nothing doubtful is found out only when it is used. */
final class OperationCheck {

    /** The parameter that a statement or template may name without describing it: by it the far end tells a repetition. */
    static final String KEY = "idempotencyKey";

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int LIMIT = 50;
    private static final int MOST_ROWS = 500;
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
    /** The steps' own inputs and output, by which a field would be hidden. */
    private static final Set<String> TAKEN = Set.of("operation", "parameters", "operatorDataState", "customerId", KEY);

    private final OperatorConnection connection;

    OperationCheck(OperatorConnection connection) {
        this.connection = connection;
    }

    /** @throws IllegalArgumentException naming the operation and what is wrong with it */
    Map<String, Described> check(OperationFile file) {
        Map<String, Described> all = new LinkedHashMap<>();
        for (Written written : file.operations()) {
            try {
                Described described = described(written);
                require(all.put(written.name(), described) == null, "another one has the same name");
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("operation " + written.name() + ": " + wrong.getMessage(), wrong);
            }
        }
        return all;
    }

    private Described described(Written written) {
        require(named(written.name()), "its name begins with a small letter and has letters and digits");
        require(written.kind() != null, "it is of kind read or write");
        boolean write = written.kind() == Kind.WRITE;
        labelled(written.label(), "it");
        require((written.sql() == null) == (written.request() != null), "it has either sql or a request");
        require(connection.sql() == (written.sql() != null), "a database takes sql, a web service a request");
        List<WrittenParameter> parameters = written.parameters() == null ? List.of() : written.parameters();
        parameters(parameters);
        fields(written);
        Operation operation = operation(written, write, parameters);
        NamedStatement statement = written.sql() == null ? null : statement(written, operation, write);
        if (written.request() != null) {
            new RequestCheck(operation).check(written.request(), write);
        }
        Result result = written.result() == null ? new Result(null, null, null, List.of()) : written.result();
        Request request = written.request();
        return new Described(
                operation,
                parameters.stream()
                        .filter(each -> Boolean.FALSE.equals(each.plus()))
                        .map(WrittenParameter::name)
                        .collect(Collectors.toSet()),
                statement,
                request,
                request == null || request.headers() == null ? Map.of() : request.headers(),
                result.at() == null ? "" : result.at(),
                result.fields().stream().map(Described::columnOf).toList(),
                result.limit() == null ? LIMIT : result.limit());
    }

    private Operation operation(Written written, boolean write, List<WrittenParameter> parameters) {
        Duration timeout = written.timeout() == null ? TIMEOUT : written.timeout();
        require(
                timeout.toMillis() > 0 && timeout.compareTo(LONGEST) <= 0,
                "its timeout is between a moment and " + LONGEST.toSeconds() + " s");
        Duration cache = written.cache() == null ? Duration.ZERO : written.cache();
        require(!cache.isNegative() && (cache.isZero() || !write), "only what is read may be kept");
        require(write || !written.repeatable(), "reading is always repeatable: say it of writes");
        Result result = written.result();
        return new Operation(
                connection.name(),
                written.name(),
                write,
                written.repeatable(),
                result != null && result.rows() == Rows.LIST,
                written.label(),
                parameters.stream().map(OperationCheck::parameter).toList(),
                result == null
                        ? List.of()
                        : result.fields().stream().map(OperationCheck::field).toList(),
                timeout,
                cache);
    }

    private static void parameters(List<WrittenParameter> parameters) {
        Set<String> names = new HashSet<>();
        for (WrittenParameter each : parameters) {
            require(named(each.name()) && !each.name().equals(KEY), "a parameter cannot be called " + each.name());
            require(names.add(each.name()), "it has the parameter " + each.name() + " twice");
            require(each.type() != null, "the parameter " + each.name() + " needs a type");
            labelled(each.label(), "the parameter " + each.name());
        }
    }

    private static void fields(Written written) {
        Result result = written.result();
        boolean write = written.kind() == Kind.WRITE;
        require(write || result != null, "what is read needs a result");
        if (result == null) {
            return;
        }
        require(result.fields() != null && !result.fields().isEmpty(), "its result needs fields");
        require(result.rows() != null, "its result has rows: one or list");
        int limit = result.limit() == null ? LIMIT : result.limit();
        require(limit > 0 && limit <= MOST_ROWS, "its limit is between 1 and " + MOST_ROWS);
        require(result.at() == null || result.at().matches("(/[^/~]+)*"), "at is a path such as /data/items");
        Set<String> names = new HashSet<>();
        for (WrittenField each : result.fields()) {
            require(named(each.name()) && !TAKEN.contains(each.name()), "a field cannot be called " + each.name());
            require(names.add(each.name()), "it has the field " + each.name() + " twice");
            require(each.type() != null, "the field " + each.name() + " needs a type");
            labelled(each.label(), "the field " + each.name());
        }
    }

    private static NamedStatement statement(Written written, Operation operation, boolean write) {
        NamedStatement statement = NamedStatement.parse(written.sql());
        statement.requireFit(write);
        known(operation, Set.copyOf(statement.places()), write);
        return statement;
    }

    /** What is used is described, and what is described is used. */
    static void known(Operation operation, Set<String> used, boolean write) {
        for (String name : used) {
            require(operation.takes(name) || write && name.equals(KEY), "it uses " + name + ", which is no parameter");
        }
        operation.parameters().forEach(each -> require(used.contains(each.name()), "it never uses " + each.name()));
    }

    private static Parameter parameter(WrittenParameter written) {
        return new Parameter(
                written.name(), written.type(), written.required(), written.least(), written.most(), written.label());
    }

    private static Field field(WrittenField written) {
        return new Field(written.name(), written.type(), written.label());
    }

    private static boolean named(String name) {
        return name != null && NAME.matcher(name).matches();
    }

    private static void labelled(Label label, String what) {
        require(
                label != null
                        && label.fr() != null
                        && !label.fr().isBlank()
                        && label.en() != null
                        && !label.en().isBlank(),
                what + " needs a label in fr and en");
    }

    static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
