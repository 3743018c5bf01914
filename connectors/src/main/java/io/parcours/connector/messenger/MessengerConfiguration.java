package io.parcours.connector.messenger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.parcours.account.AccountKind;
import io.parcours.connector.AccountRoutes;
import io.parcours.connector.web.ChannelMeters;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.FileCalls;
import io.parcours.connector.web.SendRoutes;
import io.parcours.connector.web.WebLines;
import io.parcours.conversation.Channel;
import io.parcours.conversation.Inbox;
import io.parcours.media.MediaSource;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Accounts come from the configuration, from single beans and from {@link MessengerAccounts}: the demo's port is known late. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessengerProperties.class)
class MessengerConfiguration {

    @Bean
    ChannelMeters messengerMeters(ObjectProvider<MeterRegistry> registry) {
        return new ChannelMeters(registry.getIfAvailable(CompositeMeterRegistry::new), MessengerChannel.NAME);
    }

    @Bean
    WebLines<MessengerLine> messengerLines(
            MessengerProperties properties,
            ObjectProvider<MessengerAccount> single,
            ObjectProvider<MessengerAccounts> several,
            @Qualifier("messengerMeters") ChannelMeters meters,
            ObjectProvider<Clock> clock) {
        Clock now = clock.getIfAvailable(Clock::systemUTC);
        return WebLines.of(
                properties.accounts().stream().map(MessengerProperties.Account::toAccount),
                single,
                several.orderedStream().flatMap(source -> source.all().stream()),
                account -> new MessengerLine(account, now),
                meters);
    }

    @Bean
    Checks messengerChecks() {
        return new Checks(MessengerChannel.NAME);
    }

    /** Those that are there from the start. */
    @Bean
    SmartInitializingSingleton messengerFirstChecks(
            WebLines<MessengerLine> lines, @Qualifier("messengerChecks") Checks checks) {
        return () -> lines.all().forEach(checks::begin);
    }

    @Bean
    Channel messengerChannel(
            WebLines<MessengerLine> lines,
            @Qualifier("messengerChecks") Checks checks,
            @Qualifier("messengerMeters") ChannelMeters meters,
            CamelContext camel) {
        return new MessengerChannel(lines, checks, meters, camel.createProducerTemplate());
    }

    @Bean
    MediaSource messengerFiles(WebLines<MessengerLine> lines) {
        return new MessengerFiles(lines, new FileCalls());
    }

    @Bean
    AccountKind messengerAccountKind(
            WebLines<MessengerLine> lines,
            @Qualifier("messengerChecks") Checks checks,
            @Qualifier("messengerMeters") ChannelMeters meters,
            AccountRoutes routes,
            ObjectProvider<Clock> clock) {
        return new MessengerAccountKind(lines, checks, meters, routes, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    RoutesBuilder messengerRoutes(WebLines<MessengerLine> lines) {
        return new SendRoutes<>(lines.all(), MessengerLine::api);
    }

    /**
     * A servlet of its own: nothing reads, logs or buffers the octets before their signature is verified. The inbox is looked
     * for when the first webhook comes, since servlets are made before all else and would draw the engine after them.
     */
    @Bean
    ServletRegistrationBean<MessengerWebhook> messengerWebhook(
            WebLines<MessengerLine> lines,
            @Qualifier("messengerChecks") Checks checks,
            @Qualifier("messengerMeters") ChannelMeters meters,
            @Lazy Inbox inbox,
            ObjectProvider<Clock> clock) {
        MessengerWebhook webhook =
                new MessengerWebhook(lines, checks, meters, inbox, clock.getIfAvailable(Clock::systemUTC));
        ServletRegistrationBean<MessengerWebhook> registration =
                new ServletRegistrationBean<>(webhook, MessengerWebhook.PATH + "/*");
        registration.setName("messengerWebhook");
        return registration;
    }
}
