package io.parcours.connector.telegram;

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

/** Accounts come from the configuration, from single beans and from {@link TelegramAccounts}: the demo's port is known late. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TelegramProperties.class)
class TelegramConfiguration {

    @Bean
    ChannelMeters telegramMeters(ObjectProvider<MeterRegistry> registry) {
        return new ChannelMeters(registry.getIfAvailable(CompositeMeterRegistry::new), TelegramChannel.NAME);
    }

    @Bean
    WebLines<TelegramLine> telegramLines(
            TelegramProperties properties,
            ObjectProvider<TelegramAccount> single,
            ObjectProvider<TelegramAccounts> several,
            @Qualifier("telegramMeters") ChannelMeters meters,
            ObjectProvider<Clock> clock) {
        Clock now = clock.getIfAvailable(Clock::systemUTC);
        return WebLines.of(
                properties.accounts().stream().map(TelegramProperties.Account::toAccount),
                single,
                several.orderedStream().flatMap(source -> source.all().stream()),
                account -> new TelegramLine(account, now),
                meters);
    }

    @Bean
    Checks telegramChecks() {
        return new Checks(TelegramChannel.NAME);
    }

    /** Those that are there from the start. */
    @Bean
    SmartInitializingSingleton telegramFirstChecks(
            WebLines<TelegramLine> lines, @Qualifier("telegramChecks") Checks checks) {
        return () -> lines.all().forEach(checks::begin);
    }

    @Bean
    Channel telegramChannel(
            WebLines<TelegramLine> lines,
            @Qualifier("telegramChecks") Checks checks,
            @Qualifier("telegramMeters") ChannelMeters meters,
            CamelContext camel) {
        return new TelegramChannel(lines, checks, meters, camel.createProducerTemplate());
    }

    @Bean
    Pollers telegramPollers(
            WebLines<TelegramLine> lines,
            @Qualifier("telegramChecks") Checks checks,
            @Qualifier("telegramMeters") ChannelMeters meters,
            @Lazy Inbox inbox,
            ObjectProvider<Clock> clock) {
        return new Pollers(lines, checks, meters, inbox, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    MediaSource telegramFiles(WebLines<TelegramLine> lines) {
        return new TelegramFiles(lines, new FileCalls());
    }

    @Bean
    AccountKind telegramAccountKind(
            WebLines<TelegramLine> lines,
            @Qualifier("telegramChecks") Checks checks,
            @Qualifier("telegramMeters") ChannelMeters meters,
            AccountRoutes routes,
            Pollers pollers,
            ObjectProvider<Clock> clock) {
        return new TelegramAccountKind(lines, checks, meters, routes, pollers, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    RoutesBuilder telegramRoutes(WebLines<TelegramLine> lines) {
        return new SendRoutes<>(lines.all(), TelegramLine::api);
    }

    /**
     * A servlet of its own: nothing reads, logs or buffers the octets before Telegram's secret was shown. The inbox is looked
     * for when the first webhook comes, since servlets are made before all else and would draw the engine after them.
     */
    @Bean
    ServletRegistrationBean<TelegramWebhook> telegramWebhook(
            WebLines<TelegramLine> lines,
            @Qualifier("telegramMeters") ChannelMeters meters,
            @Lazy Inbox inbox,
            ObjectProvider<Clock> clock) {
        TelegramWebhook webhook = new TelegramWebhook(lines, meters, inbox, clock.getIfAvailable(Clock::systemUTC));
        ServletRegistrationBean<TelegramWebhook> registration =
                new ServletRegistrationBean<>(webhook, TelegramWebhook.PATH + "/*");
        registration.setName("telegramWebhook");
        return registration;
    }
}
