package io.parcours.connector.operatordata;

import io.parcours.connector.operatordata.OperationFile.Request;
import io.parcours.connector.operatordata.OperationFile.WrittenField;
import io.parcours.operatordata.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An operation that was checked, and how it is done.
 *
 * @param withoutPlus the telephone numbers that are handed over without their plus sign
 * @param statement null for a web service
 * @param request null for a database
 * @param headers of the request, beside the connection's
 * @param at where the rows stand in a web service's answer
 * @param columns where each field stands, in the order of the operation's fields
 */
record Described(
        Operation operation,
        Set<String> withoutPlus,
        NamedStatement statement,
        Request request,
        Map<String, String> headers,
        String at,
        List<String> columns,
        int limit) {

    static String columnOf(WrittenField field) {
        return field.from() == null ? field.name() : field.from();
    }
}
