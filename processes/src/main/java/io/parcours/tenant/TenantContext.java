package io.parcours.tenant;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whose data the current thread may see: one operator's, everybody's (system mode), or nobody's.
 *
 * <p>The transaction manager hands it to PostgreSQL at the start of each transaction, so it cannot change inside one.
 */
public final class TenantContext {

    private static final String SYSTEM = "*";
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private TenantContext() {}

    /** The tenant in force; empty in system mode and where none was set. */
    public static Optional<String> current() {
        return Optional.ofNullable(CURRENT.get()).filter(tenant -> !SYSTEM.equals(tenant));
    }

    /** @throws IllegalStateException where no tenant is in force */
    public static String required() {
        return current().orElseThrow(() -> new IllegalStateException("No tenant is in force on this thread"));
    }

    public static boolean isSystem() {
        return SYSTEM.equals(CURRENT.get());
    }

    public static void run(String tenant, Runnable action) {
        call(tenant, asSupplier(action));
    }

    public static <T> T call(String tenant, Supplier<T> action) {
        if (tenant == null || tenant.isBlank() || SYSTEM.equals(tenant)) {
            throw new IllegalArgumentException("Not a tenant: " + tenant);
        }
        return within(tenant, action);
    }

    public static void runAsSystem(Runnable action) {
        within(SYSTEM, asSupplier(action));
    }

    public static <T> T callAsSystem(Supplier<T> action) {
        return within(SYSTEM, action);
    }

    private static <T> T within(String tenant, Supplier<T> action) {
        String before = CURRENT.get();
        if (tenant.equals(before)) {
            return action.get();
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The tenant cannot change inside a transaction");
        }
        CURRENT.set(tenant);
        try {
            return action.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    private static Supplier<Void> asSupplier(Runnable action) {
        return () -> {
            action.run();
            return null;
        };
    }
}
