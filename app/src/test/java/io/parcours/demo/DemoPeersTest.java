package io.parcours.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.mail.MailAccount;
import io.parcours.connector.operatordata.OperatorConnection;
import io.parcours.connector.simulator.ExchangeSimulator;
import io.parcours.connector.simulator.MailSimulator;
import io.parcours.connector.simulator.MessengerSimulator;
import io.parcours.connector.simulator.OperatorSimulator;
import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.connector.simulator.TelegramSimulator;
import io.parcours.connector.telegram.TelegramAccount;
import io.parcours.connector.telephony.VoiceAccount;
import io.parcours.database.EmbeddedServer;
import io.parcours.ui.ScreenTest;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;

/** The first operator's accounts can be at other peers than the demo's; the second one's stay where they are. */
@ScreenTest
class DemoPeersTest {

    @Autowired
    ExchangeSimulator exchange;

    @Autowired
    TelegramSimulator telegram;

    @Autowired
    MessengerSimulator messenger;

    @Autowired
    MailSimulator mail;

    @Autowired
    SmscSimulator smsc;

    @Autowired
    OperatorSimulator operator;

    @Autowired
    EmbeddedServer server;

    private final MockEnvironment environment = new MockEnvironment().withProperty("local.server.port", "8080");

    @Test
    void theTelephoneIsAtAnotherExchange() {
        environment
                .withProperty("PARCOURS_DEMO_ARI_URL", "http://ari:p%3Aw:2@pbx.example:8088")
                .withProperty("PARCOURS_DEMO_ARI_APP", "parcours-essai")
                .withProperty("PARCOURS_DEMO_ARI_TRUNK", "PJSIP/trunk/sip:{number}@pbx.example:5060");
        List<VoiceAccount> all =
                new DemoTelephone().demoVoiceAccounts(exchange, environment).all();
        assertThat(all.get(0).url()).isEqualTo("http://pbx.example:8088");
        assertThat(all.get(0).user()).isEqualTo("ari");
        assertThat(all.get(0).password()).isEqualTo("p:w:2");
        assertThat(all.get(0).application()).isEqualTo("parcours-essai");
        assertThat(all.get(0).trunk()).isEqualTo("PJSIP/trunk/sip:{number}@pbx.example:5060");
        assertThat(all.get(1).url()).isEqualTo(exchange.url());
    }

    @Test
    void theBotCallsUsWithItsSecretOrIsAskedWithoutOne() {
        environment
                .withProperty("PARCOURS_DEMO_TELEGRAM_URL", "http://bots.example:8081")
                .withProperty("PARCOURS_DEMO_TELEGRAM_TOKEN", "7100200309:AAanotherSecretHalfOfTheToken")
                .withProperty("PARCOURS_DEMO_TELEGRAM_BOT_NAME", "another_bot");
        TelegramAccount asked = bots().get(0);
        assertThat(asked.url()).isEqualTo("http://bots.example:8081");
        assertThat(asked.token()).isEqualTo("7100200309:AAanotherSecretHalfOfTheToken");
        assertThat(asked.botName()).isEqualTo("another_bot");
        assertThat(asked.polling()).isTrue();
        environment.withProperty("PARCOURS_DEMO_TELEGRAM_SECRET_TOKEN", "shown-each-time");
        assertThat(bots().get(0).polling()).isFalse();
        assertThat(bots().get(0).secretToken()).isEqualTo("shown-each-time");
        assertThat(bots().get(1).url()).isEqualTo(telegram.url());
    }

    @Test
    void thePageIsAtAnotherSendApi() {
        environment
                .withProperty("PARCOURS_DEMO_MESSENGER_URL", "http://graph.example:8082")
                .withProperty("PARCOURS_DEMO_MESSENGER_PAGE_ID", "102233445500000")
                .withProperty("PARCOURS_DEMO_MESSENGER_TOKEN", "t")
                .withProperty("PARCOURS_DEMO_MESSENGER_APP_SECRET", "s")
                .withProperty("PARCOURS_DEMO_MESSENGER_VERIFY_TOKEN", "v");
        assertThat(new DemoMessenger()
                        .demoMessengerAccounts(messenger, environment)
                        .all())
                .extracting(each -> each.url() + " " + each.pageId())
                .first()
                .isEqualTo("http://graph.example:8082 102233445500000");
    }

    @Test
    void mailsAndTextMessagesGoToOtherServers() {
        List<MailAccount> mails = new DemoMail()
                .demoMailAccounts(
                        mail, "smtp://u:p@mail.example:2525", "imap://u:p@mail.example:1143", "essai@mail.example")
                .all();
        assertThat(mails.get(0).toString()).contains("mail.example:2525").contains("mail.example:1143");
        assertThat(mails.get(0).address()).isEqualTo("essai@mail.example");
        assertThat(new DemoSmsc()
                        .demoSmsAccounts(smsc, "smpp://u:p@smsc.example:2775", 20)
                        .all()
                        .get(0)
                        .toString())
                .contains("smsc.example:2775");
    }

    @Test
    void theOperatorsDatabaseIsAnother() {
        environment
                .withProperty("PARCOURS_DEMO_OPERATOR_JDBC_URL", "jdbc:mariadb://db.example:3306/billing")
                .withProperty("PARCOURS_DEMO_OPERATOR_USER", "reader")
                .withProperty("PARCOURS_DEMO_OPERATOR_PASSWORD", "p");
        List<OperatorConnection> all = new DemoOperator()
                .demoOperatorConnections(operator, server, environment, Clock.systemUTC())
                .all();
        assertThat(all)
                .extracting(each -> each.tenant() + "/" + each.name())
                .containsExactly("demo/billing", "demo/network", "littoral/billing", "littoral/network");
        assertThat(all.get(0).url()).isEqualTo("jdbc:mariadb://db.example:3306/billing");
        assertThat(all.get(0).user()).isEqualTo("reader");
        assertThat(all.get(2).url()).startsWith("jdbc:postgresql://");
    }

    private List<TelegramAccount> bots() {
        return new DemoTelegram().demoTelegramAccounts(telegram, environment).all();
    }
}
