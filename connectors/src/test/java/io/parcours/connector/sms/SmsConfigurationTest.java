package io.parcours.connector.sms;

import static io.parcours.connector.sms.SmsTestBed.SUBSCRIBER;
import static io.parcours.connector.sms.SmsTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parcours.connector.AccountRoutes;
import io.parcours.connector.RecordingInbox;
import io.parcours.connector.simulator.SmscAccount;
import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.conversation.Channel;
import io.parcours.conversation.OutboundMessage;
import java.util.List;
import java.util.UUID;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SmsConfigurationTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(CamelAutoConfiguration.class))
            .withUserConfiguration(SmsConfiguration.class, AccountRoutes.class)
            .withBean(RecordingInbox.class)
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new);

    @Test
    void accountsOfTheConfigurationAndOfBeansAreBoundAndServed() {
        try (SmscSimulator smsc = SmscSimulator.start(
                new SmscAccount("baobab", "secret", "7070"), new SmscAccount("karite", "other", "8080"))) {
            runner.withPropertyValues(
                            "parcours.sms.accounts[0].tenant=baobab",
                            "parcours.sms.accounts[0].name=demo",
                            "parcours.sms.accounts[0].url=" + smsc.url("baobab"),
                            "parcours.sms.accounts[0].sender=7070",
                            "parcours.sms.accounts[0].region=BJ",
                            "parcours.sms.accounts[0].options.response-timeout=2s",
                            "parcours.sms.accounts[0].options.source-ton=0")
                    .withBean(
                            SmsAccounts.class,
                            () -> () -> List.of(SmsAccount.of("karite", "demo", smsc.url("karite"), "8080", "CI")))
                    .run(context -> {
                        SmsAccountStates states = context.getBean(SmsAccountStates.class);
                        soon().until(() -> states.all().size() == 2
                                && states.all().stream().allMatch(SmsAccountState::bound));
                        Channel channel = context.getBean(Channel.class);
                        assertThat(channel.name()).isEqualTo("sms");
                        assertThat(channel.send(new OutboundMessage(
                                                UUID.randomUUID(), "baobab", "demo", SUBSCRIBER, "Bonjour", List.of()))
                                        .providerIds())
                                .hasSize(1);
                        smsc.write("karite", SUBSCRIBER, "Réponse");
                        MeterRegistry meters = context.getBean(MeterRegistry.class);
                        soon().until(() -> meters.find("parcours.sms.received")
                                        .tags("tenant", "karite", "account", "demo", "kind", "text")
                                        .counter()
                                != null);
                        assertThat(context.getBean(RecordingInbox.class).texts())
                                .contains("Réponse");
                        assertThat(meters.get("parcours.sms.bound")
                                        .tag("tenant", "karite")
                                        .gauge()
                                        .value())
                                .isEqualTo(1);
                        assertThat(meters.get("parcours.sms.send")
                                        .tags("tenant", "baobab", "outcome", "sent")
                                        .timer()
                                        .count())
                                .isEqualTo(1);
                    });
        }
    }

    @Test
    void withoutAccountsTheConnectorIsThereAndIdle() {
        runner.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(SmsAccountStates.class).all()).isEmpty();
        });
    }

    @Test
    void anUnusableAccountStopsTheStartWithOneSentence() {
        runner.withPropertyValues(
                        "parcours.sms.accounts[0].tenant=baobab",
                        "parcours.sms.accounts[0].name=demo",
                        "parcours.sms.accounts[0].url=smpp://parcours:topsecr@",
                        "parcours.sms.accounts[0].sender=7070")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("Not an SMS account")
                        .hasMessageNotContaining("topsecr"));
    }
}
