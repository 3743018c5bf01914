package io.parcours.demo;

import io.parcours.connector.simulator.WhatsAppSimAccount;
import io.parcours.connector.simulator.WhatsAppSimulator;
import io.parcours.connector.whatsapp.WhatsAppAccount;
import io.parcours.connector.whatsapp.WhatsAppAccounts;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** The demo's WhatsApp: a simulated Cloud API on loopback, with a business number for each operator. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoWhatsApp {

    private static final WhatsAppSimAccount SAHEL = number("106540352242922", "22997007070");
    private static final WhatsAppSimAccount LITTORAL = number("106540352248080", "22997008080");

    /** Bodies as an operator would have them approved; what is said of a closed case has none, and leaves by SMS. */
    @Bean(destroyMethod = "close")
    WhatsAppSimulator whatsAppSimulator() {
        WhatsAppSimulator simulator = WhatsAppSimulator.start(SAHEL, LITTORAL);
        simulator.approve(
                "complaint_registered",
                "fr",
                "{{1}} : votre réclamation est enregistrée sous le numéro {{2}}. Réponse prévue avant le {{3}}.");
        simulator.approve("complaint_registered", "en", "{{1}}: complaint {{2}} registered, we answer before {{3}}.");
        simulator.approve(
                "complaint_solved", "fr", "{{1}}, dossier {{2}} : {{3}} Votre problème est-il résolu ?", "Oui", "Non");
        simulator.approve("complaint_solved", "en", "{{1}}, case {{2}}: {{3}} Is your problem solved?", "Yes", "No");
        simulator.approve(
                "balance_agentFollows",
                "fr",
                "{{1}} : votre demande {{2}} est chez un conseiller, qui vous écrit sous peu.");
        simulator.approve("balance_agentFollows", "en", "{{1}}: your request {{2}} is with an agent, who writes soon.");
        simulator.approve("balance_reply", "fr", "{{1}}, dossier {{2}} : {{3}}");
        simulator.approve("balance_reply", "en", "{{1}}, case {{2}}: {{3}}");
        return simulator;
    }

    /** @param environment names another Cloud API for the first operator's number in {@code PARCOURS_DEMO_WHATSAPP_…} */
    @Bean
    WhatsAppAccounts demoWhatsAppAccounts(WhatsAppSimulator simulator, Environment environment) {
        Peer peer = Peer.of(environment);
        return () -> List.of(
                peer == null ? account("demo", SAHEL, simulator) : peer.account(),
                account("littoral", LITTORAL, simulator));
    }

    @Bean
    Subscription whatsAppSubscription(WhatsAppSimulator simulator, Environment environment) {
        return new Subscription(simulator, environment);
    }

    /** Tells the simulated Meta where the webhooks are, once there is somebody to answer. */
    record Subscription(WhatsAppSimulator simulator, Environment environment) {

        @EventListener(ApplicationReadyEvent.class)
        void subscribe() {
            String here = DemoPeer.webhooks(environment, "whatsapp");
            simulator.subscribe(SAHEL.phoneNumberId(), here + "demo");
            simulator.subscribe(LITTORAL.phoneNumberId(), here + "littoral");
        }
    }

    /** Another Cloud API, real or simulated, that the first operator's number is at. */
    record Peer(String url, String phoneNumberId, String token, String appSecret, String verifyToken) {

        static Peer of(Environment environment) {
            String url = environment.getProperty("PARCOURS_DEMO_WHATSAPP_URL", "");
            return url.isBlank()
                    ? null
                    : new Peer(
                            url,
                            environment.getProperty("PARCOURS_DEMO_WHATSAPP_PHONE_NUMBER_ID", ""),
                            environment.getProperty("PARCOURS_DEMO_WHATSAPP_TOKEN", ""),
                            environment.getProperty("PARCOURS_DEMO_WHATSAPP_APP_SECRET", ""),
                            environment.getProperty("PARCOURS_DEMO_WHATSAPP_VERIFY_TOKEN", ""));
        }

        WhatsAppAccount account() {
            return WhatsAppAccount.of("demo", "demo", phoneNumberId, token, appSecret, verifyToken)
                    .at(url);
        }
    }

    /** The number of the operator's handset in the demo, by the operator's id. */
    static String phoneNumberId(String operator) {
        return operator.equals("demo") ? SAHEL.phoneNumberId() : LITTORAL.phoneNumberId();
    }

    private static WhatsAppAccount account(String tenant, WhatsAppSimAccount number, WhatsAppSimulator simulator) {
        return WhatsAppAccount.of(
                        tenant,
                        tenant,
                        number.phoneNumberId(),
                        number.token(),
                        number.appSecret(),
                        number.verifyToken())
                .at(simulator.url())
                .in(number.businessAccountId());
    }

    private static WhatsAppSimAccount number(String phoneNumberId, String displayNumber) {
        return new WhatsAppSimAccount(
                phoneNumberId, displayNumber, DemoPeer.secret(), DemoPeer.secret(), DemoPeer.secret());
    }
}
