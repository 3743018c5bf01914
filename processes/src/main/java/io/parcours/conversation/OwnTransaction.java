package io.parcours.conversation;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What is committed apart from the caller's transaction, so that it stays whatever becomes of that one. */
@Component
class OwnTransaction {

    private final TransactionTemplate template;

    OwnTransaction(PlatformTransactionManager transactions) {
        template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void run(Runnable action) {
        template.executeWithoutResult(status -> action.run());
    }

    <T> T call(Supplier<T> action) {
        return template.execute(status -> action.get());
    }
}
