package io.parcours.live;

import io.parcours.tenant.TenantContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Wakes the screens when what they show has changed: listens to PostgreSQL's notifications, which come after the commit,
 * from every node. No screen polls.
 */
@Component
public class Live implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final int WAIT_MILLIS = 1_000;

    private final DataSource dataSource;
    private final Map<String, List<Runnable>> subscribers = new ConcurrentHashMap<>();
    private volatile Thread listener;

    Live(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Calls back on a background thread whenever the topic changes for the tenant in force now.
     *
     * @param topic {@code work}, {@code texts}, {@code case/<number>}, {@code customer/<id>}, {@code calls} or
     *     {@code calls/<agent>}
     * @return ends the subscription when closed
     */
    public AutoCloseable subscribe(String topic, Runnable onChange) {
        String tenant = TenantContext.required();
        String key = tenant + "|" + topic;
        Runnable inTenant = () -> TenantContext.run(tenant, onChange);
        subscribers.computeIfAbsent(key, k -> new CopyOnWriteArrayList<>()).add(inTenant);
        return () -> subscribers.computeIfPresent(key, (k, list) -> {
            list.remove(inTenant);
            return list.isEmpty() ? null : list;
        });
    }

    private void listen() {
        while (listener == Thread.currentThread()) {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("listen " + Changes.CHANNEL);
                wakeEverybody();
                while (listener == Thread.currentThread()) {
                    deliver(connection.unwrap(PGConnection.class).getNotifications(WAIT_MILLIS));
                }
                statement.execute("unlisten *");
            } catch (SQLException e) {
                LOG.warn("Live screens are without news until the database answers again: {}", e.getMessage());
                pause();
            }
        }
    }

    private void deliver(PGNotification[] notifications) {
        for (PGNotification notification : notifications == null ? new PGNotification[0] : notifications) {
            subscribers.getOrDefault(notification.getParameter(), List.of()).forEach(Live::call);
        }
    }

    /** After a gap nobody knows what was missed. */
    private void wakeEverybody() {
        subscribers.values().forEach(list -> list.forEach(Live::call));
    }

    private static void call(Runnable subscriber) {
        try {
            subscriber.run();
        } catch (RuntimeException e) {
            LOG.warn("A live screen could not be refreshed", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::listen, "live-screens");
        thread.setDaemon(true);
        listener = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread thread = listener;
        listener = null;
        if (thread != null) {
            try {
                thread.join(2L * WAIT_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return listener != null;
    }
}
