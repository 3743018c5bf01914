package io.parcours.demo;

import io.parcours.connector.messenger.MessengerAccount;
import io.parcours.connector.messenger.MessengerAccounts;
import io.parcours.connector.simulator.MessengerSimAccount;
import io.parcours.connector.simulator.MessengerSimulator;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** The demo's Messenger: simulated on loopback, with a page for each operator. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoMessenger {

    private static final MessengerSimAccount SAHEL = page("102233445566778");
    private static final MessengerSimAccount LITTORAL = page("102233445588990");

    /** The pages have no utility templates: what is to be said after a day leaves by the customer's next channel. */
    @Bean(destroyMethod = "close")
    MessengerSimulator messengerSimulator() {
        return MessengerSimulator.start(SAHEL, LITTORAL);
    }

    /** @param environment names another Send API for the first operator's page in {@code PARCOURS_DEMO_MESSENGER_…} */
    @Bean
    MessengerAccounts demoMessengerAccounts(MessengerSimulator simulator, Environment environment) {
        MessengerAccount peer = peer(environment);
        return () -> List.of(
                peer == null ? account("demo", SAHEL, simulator) : peer, account("littoral", LITTORAL, simulator));
    }

    @Bean
    Subscription messengerSubscription(MessengerSimulator simulator, Environment environment) {
        return new Subscription(simulator, environment);
    }

    /** Tells the simulated Meta where the webhooks are, once there is somebody to answer. */
    record Subscription(MessengerSimulator simulator, Environment environment) {

        @EventListener(ApplicationReadyEvent.class)
        void subscribe() {
            String here = DemoPeer.webhooks(environment, "messenger");
            simulator.subscribe(SAHEL.pageId(), here + "demo");
            simulator.subscribe(LITTORAL.pageId(), here + "littoral");
        }
    }

    /** The operator's page in the demo, by the operator's id. */
    static String pageId(String operator) {
        return operator.equals("demo") ? SAHEL.pageId() : LITTORAL.pageId();
    }

    /** Another Send API, real or simulated, that the first operator's page is at; null for none. */
    private static MessengerAccount peer(Environment environment) {
        String url = environment.getProperty("PARCOURS_DEMO_MESSENGER_URL", "");
        return url.isBlank()
                ? null
                : MessengerAccount.of(
                                "demo",
                                "demo",
                                environment.getProperty("PARCOURS_DEMO_MESSENGER_PAGE_ID", ""),
                                environment.getProperty("PARCOURS_DEMO_MESSENGER_TOKEN", ""),
                                environment.getProperty("PARCOURS_DEMO_MESSENGER_APP_SECRET", ""),
                                environment.getProperty("PARCOURS_DEMO_MESSENGER_VERIFY_TOKEN", ""))
                        .at(url);
    }

    private static MessengerAccount account(String tenant, MessengerSimAccount page, MessengerSimulator simulator) {
        return MessengerAccount.of(tenant, tenant, page.pageId(), page.token(), page.appSecret(), page.verifyToken())
                .at(simulator.url());
    }

    private static MessengerSimAccount page(String pageId) {
        return new MessengerSimAccount(pageId, DemoPeer.secret(), DemoPeer.secret(), DemoPeer.secret());
    }
}
