package io.parcours.demo;

import io.parcours.connector.simulator.SmscAccount;
import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.connector.sms.SmsAccount;
import io.parcours.connector.sms.SmsAccounts;
import io.parcours.connector.sms.SmsOptions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The demo's mobile networks: one simulated SMSC on loopback, with an account for each operator. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoSmsc {

    private static final String REGION = "BJ";
    private static final String SAHEL = "7070";
    private static final String LITTORAL = "8080";

    @Bean(destroyMethod = "close")
    SmscSimulator smscSimulator() {
        return SmscSimulator.start(
                new SmscAccount("sahel", password(), SAHEL), new SmscAccount("littoral", password(), LITTORAL));
    }

    /**
     * @param peer another SMSC for the first operator's account, {@code smpp://systemId:password@host:port}; blank for none
     * @param rate how many segments it takes a second; null for no limit
     */
    @Bean
    SmsAccounts demoSmsAccounts(
            SmscSimulator smsc,
            @Value("${PARCOURS_DEMO_SMPP_URL:}") String peer,
            @Value("${PARCOURS_DEMO_SMPP_RATE:#{null}}") Integer rate) {
        String sahel = peer.isBlank() ? smsc.url("sahel") : peer;
        return () -> List.of(
                SmsAccount.of("demo", "demo", sahel, SAHEL, REGION)
                        .with(SmsOptions.defaults().withRate(rate)),
                SmsAccount.of("littoral", "littoral", smsc.url("littoral"), LITTORAL, REGION));
    }

    private static String password() {
        byte[] random = new byte[4];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
