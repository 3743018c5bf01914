package io.parcours.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import io.parcours.security.ParcoursUser;
import io.parcours.tenant.TenantContext;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings news from background threads to a screen, within the operator of the person who looks at it. */
public final class Updates {

    private static final Logger log = LoggerFactory.getLogger(Updates.class);

    private Updates() {}

    /**
     * Calls {@code onNews} on the screen's own thread whenever the subscription speaks, as long as the component is shown.
     *
     * @param subscribe takes the call-back and returns what ends it: {@code news -> live.subscribe("work", news)}
     */
    public static void whileShown(Component component, Function<Runnable, AutoCloseable> subscribe, Command onNews) {
        component.addAttachListener(attach -> {
            UI page = attach.getUI();
            AutoCloseable subscription = subscribe.apply(() -> access(page, onNews));
            component.addDetachListener(detach -> {
                detach.unregisterListener();
                close(subscription);
            });
        });
    }

    /** Like {@code UI.access}, but the command sees the rows of the person's operator whichever thread comes to run it. */
    public static void access(UI page, Command command) {
        if (!page.isAttached()) {
            return;
        }
        String tenant = page.getSession() == null ? null : tenantOf(page);
        page.access(tenant == null ? command : () -> TenantContext.run(tenant, command::execute));
    }

    private static String tenantOf(UI page) {
        ParcoursUser user = com.vaadin.flow.component.ComponentUtil.getData(page, ParcoursUser.class);
        return user == null ? null : user.tenant();
    }

    private static void close(AutoCloseable subscription) {
        try {
            subscription.close();
        } catch (Exception e) {
            log.warn("A subscription could not be ended", e);
        }
    }
}
