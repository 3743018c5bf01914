package io.parcours.demo;

import io.parcours.connector.simulator.ExchangeLine;
import io.parcours.connector.simulator.ExchangeSimulator;
import io.parcours.connector.telephony.VoiceAccount;
import io.parcours.connector.telephony.VoiceAccounts;
import io.parcours.connector.telephony.VoiceOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** The demo's telephone network: one simulated exchange on loopback, with a number and an application for each operator. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoTelephone {

    /** Time enough to sign in as an agent and take the caller. */
    private static final Duration CALLERS_WAIT = Duration.ofMinutes(2);

    private static final String REGION = "BJ";
    private static final String USER = "parcours";
    private static final ExchangeLine SAHEL = new ExchangeLine("7070", "parcours-sahel");
    private static final ExchangeLine LITTORAL = new ExchangeLine("8080", "parcours-littoral");

    @Bean(destroyMethod = "close")
    ExchangeSimulator exchangeSimulator() {
        return ExchangeSimulator.start(USER, DemoPeer.secret(), SAHEL, LITTORAL);
    }

    /** @param environment names another exchange for the first operator's account in {@code PARCOURS_DEMO_ARI_…} */
    @Bean
    VoiceAccounts demoVoiceAccounts(ExchangeSimulator exchange, Environment environment) {
        return () -> {
            String here = "http://127.0.0.1:" + environment.getProperty("local.server.port")
                    + environment.getProperty("server.servlet.context-path", "");
            String peer = environment.getProperty("PARCOURS_DEMO_ARI_URL", "");
            return List.of(
                    peer.isBlank() ? account("demo", SAHEL, exchange, here) : peer(peer, here, environment),
                    account("littoral", LITTORAL, exchange, here));
        };
    }

    /** The number that customers of the operator call, by the operator's id. */
    static String numberOf(String operator) {
        return (operator.equals("demo") ? SAHEL : LITTORAL).number();
    }

    /** The application that takes the calls to it. */
    static String applicationOf(String operator) {
        return (operator.equals("demo") ? SAHEL : LITTORAL).application();
    }

    /** Without an installed voice prompts are silence, and the browser's telephone shows what they say. */
    private static VoiceAccount account(String tenant, ExchangeLine line, ExchangeSimulator exchange, String here) {
        return VoiceAccount.of(
                        tenant, tenant, exchange.url(), exchange.user(), exchange.password(), line.application(), here)
                .with(VoiceOptions.defaults().silent().idling(CALLERS_WAIT))
                .in(REGION, "fr")
                .calling("PJSIP/trunk", line.number());
    }

    private static VoiceAccount peer(String url, String here, Environment environment) {
        URI peer = URI.create(url);
        String[] user = String.valueOf(peer.getUserInfo()).split(":", 2);
        String address = url.replaceFirst("//[^/@]*@", "//");
        return VoiceAccount.of(
                        "demo",
                        "demo",
                        address,
                        user[0],
                        user.length > 1 ? user[1] : "",
                        environment.getProperty("PARCOURS_DEMO_ARI_APP", SAHEL.application()),
                        environment.getProperty("PARCOURS_DEMO_ARI_MEDIA_URL", here))
                .with(VoiceOptions.defaults().silent().idling(CALLERS_WAIT))
                .in(REGION, "fr")
                .calling(environment.getProperty("PARCOURS_DEMO_ARI_TRUNK", "PJSIP/trunk"), SAHEL.number());
    }
}
