package io.parcours.demo;

import io.parcours.connector.simulator.TelegramSimAccount;
import io.parcours.connector.simulator.TelegramSimulator;
import io.parcours.connector.telegram.TelegramAccount;
import io.parcours.connector.telegram.TelegramAccounts;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** The demo's Telegram: simulated on loopback, with a bot for each operator, whose updates the platform fetches. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoTelegram {

    private static final TelegramSimAccount SAHEL = bot("7100200301", "sahel_mobile_bot", "Sahel Mobile");
    private static final TelegramSimAccount LITTORAL = bot("7100200302", "littoral_bot", "Littoral");

    @Bean(destroyMethod = "close")
    TelegramSimulator telegramSimulator() {
        return TelegramSimulator.start(SAHEL, LITTORAL);
    }

    /** @param environment names another Bot API for the first operator's bot in {@code PARCOURS_DEMO_TELEGRAM_…} */
    @Bean
    TelegramAccounts demoTelegramAccounts(TelegramSimulator simulator, Environment environment) {
        TelegramAccount peer = peer(environment);
        return () -> List.of(
                peer == null ? account("demo", SAHEL, simulator) : peer, account("littoral", LITTORAL, simulator));
    }

    /** The operator's bot in the demo, by the operator's id. */
    static String botId(String operator) {
        return operator.equals("demo") ? SAHEL.botId() : LITTORAL.botId();
    }

    /** Another Bot API, real or simulated, that the first operator's bot is at; null for none. With a secret token it calls us. */
    private static TelegramAccount peer(Environment environment) {
        String url = environment.getProperty("PARCOURS_DEMO_TELEGRAM_URL", "");
        if (url.isBlank()) {
            return null;
        }
        String secret = environment.getProperty("PARCOURS_DEMO_TELEGRAM_SECRET_TOKEN", "");
        return new TelegramAccount(
                "demo",
                "demo",
                url,
                environment.getProperty("PARCOURS_DEMO_TELEGRAM_TOKEN", ""),
                secret,
                environment.getProperty("PARCOURS_DEMO_TELEGRAM_BOT_NAME", SAHEL.userName()),
                secret.isBlank(),
                null);
    }

    private static TelegramAccount account(String tenant, TelegramSimAccount bot, TelegramSimulator simulator) {
        return new TelegramAccount(tenant, tenant, simulator.url(), bot.token(), "", bot.userName(), true, null);
    }

    private static TelegramSimAccount bot(String id, String userName, String name) {
        return new TelegramSimAccount(id + ":" + DemoPeer.secret(), userName, name);
    }
}
