package io.parcours.connector.whatsapp;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.parcours.account.AccountKind;
import io.parcours.connector.AccountRoutes;
import io.parcours.connector.web.ChannelMeters;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.FileCalls;
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

/** Accounts come from the configuration, from single beans and from {@link WhatsAppAccounts}: the demo's port is known late. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WhatsAppProperties.class)
class WhatsAppConfiguration {

    @Bean
    ChannelMeters whatsAppMeters(ObjectProvider<MeterRegistry> registry) {
        return new ChannelMeters(registry.getIfAvailable(CompositeMeterRegistry::new), WhatsAppChannel.NAME);
    }

    @Bean
    WebLines<WhatsAppLine> whatsAppLines(
            WhatsAppProperties properties,
            ObjectProvider<WhatsAppAccount> single,
            ObjectProvider<WhatsAppAccounts> several,
            @Qualifier("whatsAppMeters") ChannelMeters meters,
            ObjectProvider<Clock> clock) {
        Clock now = clock.getIfAvailable(Clock::systemUTC);
        return WebLines.of(
                properties.accounts().stream().map(WhatsAppProperties.Account::toAccount),
                single,
                several.orderedStream().flatMap(source -> source.all().stream()),
                account -> new WhatsAppLine(account, now),
                meters);
    }

    @Bean
    Checks whatsAppChecks() {
        return new Checks(WhatsAppChannel.NAME);
    }

    /** Those that are there from the start. */
    @Bean
    SmartInitializingSingleton whatsAppFirstChecks(
            WebLines<WhatsAppLine> lines, @Qualifier("whatsAppChecks") Checks checks) {
        return () -> lines.all().forEach(checks::begin);
    }

    @Bean
    Channel whatsAppChannel(
            WebLines<WhatsAppLine> lines,
            @Qualifier("whatsAppChecks") Checks checks,
            @Qualifier("whatsAppMeters") ChannelMeters meters,
            CamelContext camel) {
        return new WhatsAppChannel(lines, checks, meters, camel.createProducerTemplate());
    }

    @Bean(initMethod = "start")
    WhatsAppTemplates whatsAppTemplates(WebLines<WhatsAppLine> lines, ObjectProvider<Clock> clock) {
        return new WhatsAppTemplates(lines, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    MediaSource whatsAppFiles(WebLines<WhatsAppLine> lines) {
        return new WhatsAppFiles(lines, new FileCalls());
    }

    @Bean
    AccountKind whatsAppAccountKind(
            WebLines<WhatsAppLine> lines,
            @Qualifier("whatsAppChecks") Checks checks,
            @Qualifier("whatsAppMeters") ChannelMeters meters,
            AccountRoutes routes,
            ObjectProvider<Clock> clock) {
        return new WhatsAppAccountKind(lines, checks, meters, routes, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    RoutesBuilder whatsAppRoutes(WebLines<WhatsAppLine> lines) {
        return new WhatsAppRoutes(lines.all());
    }

    /**
     * A servlet of its own: nothing reads, logs or buffers the octets before their signature is verified. The inbox is looked
     * for when the first webhook comes, since servlets are made before all else and would draw the engine after them.
     */
    @Bean
    ServletRegistrationBean<WhatsAppWebhook> whatsAppWebhook(
            WebLines<WhatsAppLine> lines,
            @Qualifier("whatsAppMeters") ChannelMeters meters,
            @Lazy Inbox inbox,
            ObjectProvider<Clock> clock) {
        WhatsAppWebhook webhook = new WhatsAppWebhook(lines, meters, inbox, clock.getIfAvailable(Clock::systemUTC));
        ServletRegistrationBean<WhatsAppWebhook> registration =
                new ServletRegistrationBean<>(webhook, WhatsAppWebhook.PATH + "/*");
        registration.setName("whatsAppWebhook");
        return registration;
    }
}
