package io.parcours.call;

import io.parcours.telephony.Insistence;
import io.parcours.tenant.TenantContext;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what the exchange tells, one thing after the other in the order in which it was told: those who tell must not wait for
 * the database. What cannot be kept is tried again for a while.
 */
@Component
class CallNews implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(CallNews.class);

    private final TransactionTemplate transaction;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread daemon = new Thread(work, "agent-calls");
        daemon.setDaemon(true);
        return daemon;
    });

    CallNews(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    void keep(String tenant, Runnable what) {
        try {
            thread.execute(() -> kept(tenant, what));
        } catch (RejectedExecutionException stopping) {
            // The next start ends what this one leaves open.
        }
    }

    private void kept(String tenant, Runnable what) {
        Insistence.written(
                () -> TenantContext.run(tenant, () -> transaction.executeWithoutResult(status -> what.run())),
                // Without its message, which may name what was being written.
                failed -> log.error(
                        "What became of a call of {} was not kept: {}",
                        tenant,
                        failed.getClass().getSimpleName()));
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
