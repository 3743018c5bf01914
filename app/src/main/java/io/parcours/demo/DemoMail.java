package io.parcours.demo;

import io.parcours.connector.mail.MailAccount;
import io.parcours.connector.mail.MailAccounts;
import io.parcours.connector.simulator.MailSimAccount;
import io.parcours.connector.simulator.MailSimulator;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The demo's e-mail: simulated SMTP and IMAP servers on loopback, with a mailbox for each operator. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoMail {

    private static final String SAHEL = "service@sahel.example";
    private static final String LITTORAL = "service@littoral.example";

    @Bean(destroyMethod = "close")
    MailSimulator mailSimulator() {
        return MailSimulator.start(mailbox(SAHEL), mailbox(LITTORAL));
    }

    /**
     * @param smtp another server by which the first operator sends, {@code smtp://user:password@host:port}; blank for none
     * @param imap where it reads then
     * @param address its address there
     */
    @Bean
    MailAccounts demoMailAccounts(
            MailSimulator simulator,
            @Value("${PARCOURS_DEMO_SMTP_URL:}") String smtp,
            @Value("${PARCOURS_DEMO_IMAP_URL:}") String imap,
            @Value("${PARCOURS_DEMO_MAIL_ADDRESS:" + SAHEL + "}") String address) {
        String sends = smtp.isBlank() ? simulator.smtpUrl(SAHEL) : smtp;
        String reads = imap.isBlank() ? simulator.imapUrl(SAHEL) : imap;
        return () -> List.of(
                MailAccount.of("demo", "demo", sends, reads, address, "Sahel Mobile"),
                MailAccount.of(
                        "littoral",
                        "littoral",
                        simulator.smtpUrl(LITTORAL),
                        simulator.imapUrl(LITTORAL),
                        LITTORAL,
                        "Littoral Télécom"));
    }

    /** The address of the operator's mailbox in the demo, by the operator's id. */
    static String address(String operator) {
        return operator.equals("demo") ? SAHEL : LITTORAL;
    }

    private static MailSimAccount mailbox(String address) {
        return new MailSimAccount(address, address, DemoPeer.secret());
    }
}
