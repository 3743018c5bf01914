package io.parcours.connector.operatordata;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.parcours.operatordata.Label;
import io.parcours.operatordata.ValueType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A file of operations as it is written, in YAML or JSON. A key that means nothing is an error, not a comment. */
record OperationFile(List<Written> operations) {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    /**
     * @param kind {@code read} or {@code write}
     * @param cache how long an answer may be old, {@code PT30S}; for reads
     * @param repeatable whether telling it twice does no harm; for writes
     */
    record Written(
            String name,
            Kind kind,
            Label label,
            Duration timeout,
            Duration cache,
            boolean repeatable,
            List<WrittenParameter> parameters,
            String sql,
            Request request,
            Result result) {}

    enum Kind {
        READ,
        WRITE
    }

    /** @param plus whether a telephone number is handed over with its plus sign; true where not said */
    record WrittenParameter(
            String name,
            ValueType type,
            boolean required,
            BigDecimal least,
            BigDecimal most,
            Boolean plus,
            Label label) {}

    /**
     * @param path below the connection's address, with {@code {{parameter}}}
     * @param body JSON or XML, with {@code {{parameter}}}; null for none
     * @param keyHeader the header in which the far end expects the key by which it tells a repetition
     */
    record Request(String method, String path, String body, Map<String, String> headers, String keyHeader) {}

    /** @param at where in a web service's answer the row, or the list of rows, stands: {@code /data/items} */
    record Result(Rows rows, Integer limit, String at, List<WrittenField> fields) {}

    enum Rows {
        ONE,
        LIST
    }

    /** @param from the column, or the path below the row; the field's name where not said */
    record WrittenField(String name, ValueType type, String from, Label label) {}

    /** @throws IllegalArgumentException saying what is wrong */
    static OperationFile read(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try {
            Object tree = new Yaml(new SafeConstructor(options)).load(text);
            OperationFile file = MAPPER.convertValue(tree, OperationFile.class);
            if (file == null || file.operations() == null || file.operations().isEmpty()) {
                throw new IllegalArgumentException("it describes no operations");
            }
            return file;
        } catch (YAMLException unreadable) {
            throw new IllegalArgumentException("it is no YAML: " + firstLine(unreadable), unreadable);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(firstLine(wrong), wrong);
        }
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
