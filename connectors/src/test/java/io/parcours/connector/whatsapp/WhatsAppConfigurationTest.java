package io.parcours.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parcours.connector.AccountRoutes;
import io.parcours.connector.RecordingInbox;
import io.parcours.conversation.AccountState;
import io.parcours.conversation.Channel;
import io.parcours.conversation.OutboundMessage;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.servlet.ServletRegistrationBean;

class WhatsAppConfigurationTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(CamelAutoConfiguration.class))
            .withUserConfiguration(WhatsAppConfiguration.class, AccountRoutes.class)
            .withBean(RecordingInbox.class)
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new);

    @Test
    void accountsOfTheConfigurationAndOfBeansAreServed() {
        try (RawCloud cloud = new RawCloud()) {
            runner.withPropertyValues(
                            "parcours.whatsapp.accounts[0].tenant=baobab",
                            "parcours.whatsapp.accounts[0].name=baobab-wa",
                            "parcours.whatsapp.accounts[0].url=" + cloud.url(),
                            "parcours.whatsapp.accounts[0].phone-number-id=111",
                            "parcours.whatsapp.accounts[0].token=tok",
                            "parcours.whatsapp.accounts[0].app-secret=sec",
                            "parcours.whatsapp.accounts[0].verify-token=ver",
                            "parcours.whatsapp.accounts[0].options.response-timeout=6s",
                            "parcours.whatsapp.accounts[0].options.rate=20",
                            "parcours.whatsapp.accounts[0].options.list-label=Voir")
                    .withBean(
                            WhatsAppAccounts.class,
                            () -> () -> List.of(WhatsAppAccount.of("karite", "karite-wa", "222", "t", "s", "v")
                                    .at(cloud.url())))
                    .run(context -> {
                        Channel channel = context.getBean(Channel.class);
                        assertThat(channel.states()).hasSize(2).allMatch(AccountState::works);
                        assertThat(channel.account("karite")).contains("karite-wa");
                        assertThat(channel.send(message("baobab", "baobab-wa")).providerIds())
                                .hasSize(1);
                        channel.send(message("karite", "karite-wa"));
                        assertThat(cloud.requests.get(0)).startsWith("POST /v23.0/111/messages");
                        assertThat(cloud.requests.get(1)).startsWith("POST /v23.0/222/messages");
                        assertThat(context.getBean(ServletRegistrationBean.class)
                                        .getUrlMappings())
                                .isEqualTo(Set.of("/webhooks/whatsapp/*"));
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

    @Test
    void anUnusableAccountStopsTheStartWithOneSentence() {
        runner.withPropertyValues(
                        "parcours.whatsapp.accounts[0].tenant=baobab",
                        "parcours.whatsapp.accounts[0].name=wa",
                        "parcours.whatsapp.accounts[0].phone-number-id=111",
                        "parcours.whatsapp.accounts[0].token=topsecret")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("Not a WhatsApp account: it needs the app secret")
                        .hasMessageNotContaining("topsecret"));
    }

    private static OutboundMessage message(String tenant, String account) {
        return new OutboundMessage(UUID.randomUUID(), tenant, account, "+2290197000001", "Bonjour", List.of());
    }
}
