package io.parcours.connector.mail;

import static io.parcours.connector.mail.MailTestBed.BAOBAB;
import static io.parcours.connector.mail.MailTestBed.SERVICE;
import static io.parcours.connector.mail.MailTestBed.SUBSCRIBER;
import static io.parcours.connector.mail.MailTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parcours.account.AccountField;
import io.parcours.account.AccountKind;
import io.parcours.account.AccountValues;
import io.parcours.connector.RecordingInbox;
import io.parcours.connector.simulator.MailSimAccount;
import io.parcours.connector.simulator.MailSimulator;
import io.parcours.conversation.AccountState;
import io.parcours.conversation.Channel;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@Timeout(60)
class MailConfigurationTest {

    private static final String KARITE = "contact@karite.example";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(MailConfiguration.class)
            .withBean(RecordingInbox.class)
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new);

    @Test
    void accountsOfTheConfigurationAndOfBeansAreServed() {
        try (MailSimulator world = MailSimulator.start(BAOBAB, new MailSimAccount(KARITE, "k", "other"))) {
            runner.withPropertyValues(
                            "parcours.email.accounts[0].tenant=baobab",
                            "parcours.email.accounts[0].name=baobab-mail",
                            "parcours.email.accounts[0].smtp=" + world.smtpUrl(SERVICE),
                            "parcours.email.accounts[0].imap=" + world.imapUrl(SERVICE),
                            "parcours.email.accounts[0].address=Service@Baobab.example",
                            "parcours.email.accounts[0].sender=Baobab Télécom",
                            "parcours.email.accounts[0].options.rate=20",
                            "parcours.email.accounts[0].options.subject=Votre dossier")
                    .withBean(
                            MailAccounts.class,
                            () -> () -> List.of(MailAccount.of(
                                    "karite",
                                    "karite-mail",
                                    world.smtpUrl(KARITE),
                                    world.imapUrl(KARITE),
                                    KARITE,
                                    null)))
                    .run(context -> {
                        Channel channel = context.getBean(Channel.class);
                        RecordingInbox inbox = context.getBean(RecordingInbox.class);
                        assertThat(channel.name()).isEqualTo("email");
                        assertThat(channel.states()).hasSize(2).allMatch(AccountState::works);
                        assertThat(channel.account("karite")).contains("karite-mail");
                        channel.send(MailTestBed.message(java.util.UUID.randomUUID(), SUBSCRIBER, "Bonjour"));
                        assertThat(world.conversation(SUBSCRIBER).get(0).subject())
                                .isEqualTo("Votre dossier");
                        world.write(SUBSCRIBER, KARITE, "Bonjour", "Allô ?");
                        soon().until(() -> inbox.texts().equals(List.of("Bonjour\nAllô ?")));
                    });
        }
    }

    @Test
    void anAccountWhosePasswordIsWrongIsDownBeforeAnythingIsSentByIt() {
        try (MailSimulator world = MailSimulator.start(BAOBAB)) {
            runner.run(context -> {
                Channel channel = context.getBean(Channel.class);
                context.getBean(AccountKind.class).open(values(world, "wrong"));
                soon().until(() -> !channel.states().get(0).works());
                assertThat(channel.states().get(0).problem()).isEqualTo(Problem.of("email.login", "SMTP"));
                assertThat(world.ledger().accepted()).isEmpty();
            });
        }
    }

    @Test
    void aServerThatIsAwayAtTheStartIsAskedAgainUntilItIsThere() {
        try (MailSimulator world = MailSimulator.start(BAOBAB)) {
            world.faults().down();
            MailAccount account = MailTestBed.account(world);
            runner.withBean(MailAccount.class, () -> account).run(context -> {
                Channel channel = context.getBean(Channel.class);
                soon().until(() -> !channel.states().get(0).works());
                assertThat(channel.states().get(0).problem().code()).isEqualTo("email.unreachable");
                world.faults().up();
                soon().until(() -> channel.states().get(0).trouble() == null);
            });
        }
    }

    @Test
    void withoutAccountsTheConnectorIsThereAndIdle() {
        runner.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(Channel.class).states()).isEmpty();
            assertThat(context.getBean(Channel.class).account("baobab")).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smtp://u:topsecret@h|imap://u:topsecret@h|nobody|it needs an address",
                "http://u:topsecret@h|imap://u:topsecret@h|a@b.example|does not begin with smtp://",
                "smtp://u:topsecret@h|smtp://u:topsecret@h|a@b.example|does not begin with imap://",
                "smtp://h|imap://u:topsecret@h|a@b.example|names no user and password",
                "smtp://u:top secret@h|imap://u:p@h|a@b.example|percent-encoded",
                "smtp://u:topsecret@h:0|imap://u:p@h|a@b.example|port is no port",
                "''|imap://u:topsecret@h|a@b.example|it needs an smtp server"
            })
    void anUnusableAccountStopsTheStartWithOneSentence(String smtp, String imap, String address, String sentence) {
        runner.withPropertyValues(
                        "parcours.email.accounts[0].tenant=baobab",
                        "parcours.email.accounts[0].name=m",
                        "parcours.email.accounts[0].smtp=" + smtp,
                        "parcours.email.accounts[0].imap=" + imap,
                        "parcours.email.accounts[0].address=" + address)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("Not a mail account: ")
                        .hasMessageContaining(sentence)
                        .hasMessageNotContaining("secret"));
    }

    @Test
    void noAccountTellsItsPasswords() {
        MailAccount account =
                MailAccount.of("t", "m", "smtps://u:topsecret@h", "imaps://u:topsecret@h", "a@b.example", "B");
        assertThat(account.toString() + account.submission() + account.mailbox() + account.identity())
                .doesNotContain("topsecret")
                .contains("smtps://h:465", "imaps://h:993");
    }

    @Test
    void twoAccountsDoNotShareAMailbox() {
        MailAccount one = MailAccount.of("t", "m", "smtp://u:p@h", "imap://u:p@h", "a@b.example", "B");
        MailAccount other = MailAccount.of("t", "n", "smtp://u:p@h", "imap://u:p@h:143", "c@b.example", "B");
        runner.withBean("one", MailAccount.class, () -> one)
                .withBean("other", MailAccount.class, () -> other)
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void anAccountCanBeTestedOpenedChangedAndTakenAwayWhileOthersWork() {
        try (MailSimulator world = MailSimulator.start(BAOBAB)) {
            runner.run(context -> {
                AccountKind kind = context.getBean(AccountKind.class);
                Channel channel = context.getBean(Channel.class);
                RecordingInbox inbox = context.getBean(RecordingInbox.class);
                assertThat(kind.fields())
                        .filteredOn(AccountField::secret)
                        .extracting(AccountField::name)
                        .containsExactly("password");
                assertThat(kind.test(values(world, "wrong"))).contains(Problem.of("email.login", "SMTP"));
                assertThat(kind.test(values(world, MailTestBed.PASSWORD))).isEmpty();
                kind.open(values(world, MailTestBed.PASSWORD));
                world.write(SUBSCRIBER, SERVICE, "un", "1");
                soon().until(() -> inbox.stored.size() == 1);
                kind.open(values(world, MailTestBed.PASSWORD));
                world.write(SUBSCRIBER, SERVICE, "deux", "2");
                soon().until(() -> inbox.stored.size() == 2);
                kind.close("baobab", "service");
                assertThat(channel.states()).isEmpty();
                assertThat(context.getBean(MeterRegistry.class)
                                .find("parcours.email.reading")
                                .gauges())
                        .isEmpty();
            });
        }
    }

    @Test
    void aFirstMailHasTheSubjectThatTheAccountNames() {
        try (MailSimulator world = MailSimulator.start(BAOBAB)) {
            runner.run(context -> {
                AccountKind kind = context.getBean(AccountKind.class);
                Map<String, String> values =
                        new HashMap<>(values(world, MailTestBed.PASSWORD).values());
                values.put("subject", "{sender} vous répond");
                kind.open(new AccountValues("baobab", "email", "service", values));
                context.getBean(Channel.class)
                        .send(new OutboundMessage(
                                UUID.randomUUID(), "baobab", "service", SUBSCRIBER, "Bonjour", List.of()));
                assertThat(world.conversation(SUBSCRIBER).get(0).subject()).isEqualTo("Baobab Télécom vous répond");

                for (String wrong : List.of("un\nBcc: autre@client.example", "x".repeat(151))) {
                    values.put("subject", wrong);
                    assertThatThrownBy(() -> kind.open(new AccountValues("baobab", "email", "service", values)))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining("the subject is one line of 150 characters at most");
                }
            });
        }
    }

    @Test
    void anAddressWithALoginInItIsRefusedWithoutRepeatingIt() {
        runner.run(context -> {
            Map<String, String> values = new HashMap<>(Map.of(
                    "address",
                    SERVICE,
                    "sender",
                    "B",
                    "smtp",
                    "smtp://u:topsecret@h",
                    "imap",
                    "imap://h",
                    "user",
                    "u"));
            values.put("password", "p");
            assertThatThrownBy(() -> context.getBean(AccountKind.class)
                            .test(new AccountValues("baobab", "email", "service", values)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("holds no user")
                    .hasMessageNotContaining("topsecret");
        });
    }

    private static AccountValues values(MailSimulator world, String password) {
        return new AccountValues(
                "baobab",
                "email",
                "service",
                Map.of(
                        "address",
                        SERVICE,
                        "sender",
                        "Baobab Télécom",
                        "smtp",
                        "smtp://127.0.0.1:" + world.smtpPort(),
                        "imap",
                        "imap://127.0.0.1:" + world.imapPort(),
                        "user",
                        BAOBAB.user(),
                        "password",
                        password));
    }
}
