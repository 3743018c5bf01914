package io.parcours.connector.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.parcours.account.AccountKind;
import io.parcours.connector.web.ChannelMeters;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.WebLines;
import io.parcours.conversation.Channel;
import io.parcours.conversation.Inbox;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Accounts come from the configuration, from single beans and from {@link MailAccounts}: the demo's ports are known late. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

    @Bean
    ChannelMeters mailMeters(ObjectProvider<MeterRegistry> registry) {
        return new ChannelMeters(registry.getIfAvailable(CompositeMeterRegistry::new), MailChannel.NAME);
    }

    @Bean
    WebLines<MailLine> mailLines(
            MailProperties properties,
            ObjectProvider<MailAccount> single,
            ObjectProvider<MailAccounts> several,
            @Qualifier("mailMeters") ChannelMeters meters,
            ObjectProvider<Clock> clock) {
        Clock now = clock.getIfAvailable(Clock::systemUTC);
        return WebLines.of(
                properties.accounts().stream().map(MailProperties.Account::toAccount),
                single,
                several.orderedStream().flatMap(source -> source.all().stream()),
                account -> new MailLine(account, now),
                meters);
    }

    @Bean
    Checks mailChecks() {
        return new Checks(MailChannel.NAME);
    }

    /** Those that are there from the start. */
    @Bean
    SmartInitializingSingleton mailFirstChecks(WebLines<MailLine> lines, @Qualifier("mailChecks") Checks checks) {
        return () -> lines.all().forEach(checks::begin);
    }

    @Bean
    Channel mailChannel(
            WebLines<MailLine> lines,
            @Qualifier("mailChecks") Checks checks,
            @Qualifier("mailMeters") ChannelMeters meters,
            ObjectProvider<Clock> clock) {
        return new MailChannel(lines, checks, meters, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    Mailboxes mailboxes(
            WebLines<MailLine> lines,
            Inbox inbox,
            @Qualifier("mailMeters") ChannelMeters meters,
            ObjectProvider<MeterRegistry> registry,
            ObjectProvider<Clock> clock) {
        MailGauges gauges = new MailGauges(registry.getIfAvailable(CompositeMeterRegistry::new));
        return new Mailboxes(lines, inbox, meters, gauges, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    AccountKind mailAccountKind(
            WebLines<MailLine> lines,
            Mailboxes mailboxes,
            @Qualifier("mailChecks") Checks checks,
            @Qualifier("mailMeters") ChannelMeters meters,
            ObjectProvider<Clock> clock) {
        return new MailAccountKind(lines, mailboxes, checks, meters, clock.getIfAvailable(Clock::systemUTC));
    }
}
