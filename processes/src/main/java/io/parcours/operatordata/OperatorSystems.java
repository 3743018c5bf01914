package io.parcours.operatordata;

import java.util.List;
import java.util.Map;

/**
 * The systems of the operator in force: its own databases and web services. Each call ends within the operation's time-out.
 *
 * <p>An operation is named by itself, or with its connection before it ({@code billing.balance}) where two have the same name.
 */
public interface OperatorSystems {

    /** In the order of their connections and names. */
    List<Operation> operations();

    /** @throws OperationRefused where the operator in force has none of that name, or several */
    Operation operation(String name);

    List<SystemState> states();

    /**
     * @throws NotAvailable where the system does not answer in time
     * @throws OperationRefused where the operation does not read, or a parameter is missing or wrong
     */
    OperatorAnswer read(String operation, Map<String, ?> parameters);

    /**
     * @param key by which a system that can tells a repetition
     * @throws NotAvailable where it certainly was not done
     * @throws ActUnknown where nobody can say
     * @throws OperationRefused where the system said no, or as for reading
     */
    OperatorAnswer write(String operation, Map<String, ?> parameters, String key);
}
