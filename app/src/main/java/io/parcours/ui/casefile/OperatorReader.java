package io.parcours.ui.casefile;

import io.parcours.operatordata.About;
import io.parcours.operatordata.NotAvailable;
import io.parcours.operatordata.Operation;
import io.parcours.operatordata.OperationRefused;
import io.parcours.operatordata.OperatorAnswer;
import io.parcours.operatordata.OperatorData;
import io.parcours.tenant.TenantContext;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the operator's systems for screens, on threads of its own: no page waits, and a crowd of slow answers holds no screen. */
@Component
class OperatorReader {

    private static final Logger log = LoggerFactory.getLogger(OperatorReader.class);

    private static final String MSISDN = "msisdn";

    private final OperatorData data;
    private final SystemThreads threads = new SystemThreads();

    OperatorReader(OperatorData data) {
        this.data = data;
    }

    /** Empty where the operator in force has no system that knows it. */
    Optional<Operation> operation(String name) {
        try {
            return Optional.of(data.operation(name));
        } catch (OperationRefused none) {
            return Optional.empty();
        }
    }

    /** What can be looked up by a telephone number alone, in every system of the operator in force. */
    List<Operation> byNumber() {
        return data.operations().stream()
                .filter(operation -> !operation.write() && operation.takes(MSISDN))
                .filter(operation -> operation.parameters().stream()
                        .noneMatch(parameter ->
                                parameter.required() && !parameter.name().equals(MSISDN)))
                .toList();
    }

    /** @param then called on another thread, with null where there is no answer now */
    void read(About about, Operation operation, String msisdn, Consumer<OperatorAnswer> then) {
        String tenant = TenantContext.required();
        try {
            threads.execute(
                    tenant,
                    operation.connection(),
                    () -> TenantContext.run(tenant, () -> then.accept(answer(about, operation, msisdn))));
        } catch (RejectedExecutionException tooMany) {
            then.accept(null);
        }
    }

    private OperatorAnswer answer(About about, Operation operation, String msisdn) {
        try {
            return data.lookUp(about, operation.fullName(), Map.of(MSISDN, msisdn));
        } catch (NotAvailable | OperationRefused noAnswer) {
            // Its code is with the system's state.
            return null;
        } catch (RuntimeException unexpected) {
            log.error(
                    "{} was not looked up for a screen: {}",
                    operation.fullName(),
                    unexpected.getClass().getName());
            return null;
        }
    }

    @PreDestroy
    void close() {
        threads.close();
    }
}
