package io.parcours.wording;

import io.parcours.conversation.OwnWording;
import io.parcours.live.Live;
import io.parcours.tenant.TenantContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every operator's own words in memory, read once and again after a change: on this node with the commit, on others with
 * PostgreSQL's notification of it. What is not committed yet is seen by its own transaction alone, and is never kept.
 */
@Component
class OwnTexts implements OwnWording {

    static final String TOPIC = "texts";

    private final TextVersionRepository repository;
    private final TransactionTemplate transaction;
    private final Live live;
    private final Map<String, Map<TextKey, String>> kept = new ConcurrentHashMap<>();
    private final Set<String> watched = ConcurrentHashMap.newKeySet();
    private long changes;

    OwnTexts(TextVersionRepository repository, PlatformTransactionManager transactions, Live live) {
        this.repository = repository;
        this.transaction = new TransactionTemplate(transactions);
        this.live = live;
    }

    @Override
    public Optional<String> find(String code, String language) {
        return TenantContext.current().map(tenant -> of(tenant).get(new TextKey(code, language)));
    }

    private Map<TextKey, String> of(String tenant) {
        if (changedHere()) {
            return repository.current();
        }
        Map<TextKey, String> known = kept.get(tenant);
        return known == null ? read(tenant) : known;
    }

    private Map<TextKey, String> read(String tenant) {
        if (watched.add(tenant)) {
            live.subscribe(TOPIC, () -> forget(tenant));
        }
        long before = changes();
        Map<TextKey, String> current = transaction.execute(status -> repository.current());
        keep(tenant, current, before);
        return current;
    }

    /** To be called in the transaction that changes a text of the operator in force. */
    void changing() {
        if (changedHere()) {
            return;
        }
        String tenant = TenantContext.required();
        TransactionSynchronizationManager.bindResource(this, tenant);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(OwnTexts.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(OwnTexts.this, tenant);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(OwnTexts.this);
                forget(tenant);
            }
        });
    }

    private boolean changedHere() {
        return TransactionSynchronizationManager.hasResource(this);
    }

    private synchronized long changes() {
        return changes;
    }

    /** Unless something changed while it was read: then nobody knows whether it was read before or after. */
    private synchronized void keep(String tenant, Map<TextKey, String> current, long before) {
        if (changes == before) {
            kept.put(tenant, current);
        }
    }

    private synchronized void forget(String tenant) {
        changes++;
        kept.remove(tenant);
    }
}
