package io.parcours.connector.sms;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.parcours.account.AccountKind;
import io.parcours.connector.AccountRoutes;
import io.parcours.conversation.Channel;
import io.parcours.conversation.Inbox;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Accounts come from the configuration, from single beans and from {@link SmsAccounts}: the demo's port is known late.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmsProperties.class)
class SmsConfiguration {

    @Bean
    SmsMeters smsMeters(ObjectProvider<MeterRegistry> registry) {
        return new SmsMeters(registry.getIfAvailable(CompositeMeterRegistry::new));
    }

    @Bean
    SmsLines smsLines(
            SmsProperties properties,
            ObjectProvider<SmsAccount> single,
            ObjectProvider<SmsAccounts> several,
            SmsMeters meters) {
        List<SmsAccount> accounts = Stream.of(
                        properties.accounts().stream().map(SmsProperties.Account::toAccount),
                        single.orderedStream(),
                        several.orderedStream().flatMap(source -> source.all().stream()))
                .flatMap(all -> all)
                .toList();
        SmsLines lines = new SmsLines(accounts);
        lines.all().forEach(meters::watch);
        return lines;
    }

    @Bean
    Channel smsChannel(SmsLines lines, SmsMeters meters, CamelContext camel) {
        return new SmsChannel(lines, meters, camel.createProducerTemplate());
    }

    @Bean
    AccountKind smsAccountKind(
            SmsLines lines, SmsMeters meters, AccountRoutes routes, Inbox inbox, ObjectProvider<Clock> clock) {
        Clock now = clock.getIfAvailable(Clock::systemUTC);
        return new SmsAccountKind(lines, meters, routes, line -> new SmsRoutes(List.of(line), meters, inbox, now));
    }

    @Bean
    RoutesBuilder smsRoutes(SmsLines lines, SmsMeters meters, Inbox inbox, ObjectProvider<Clock> clock) {
        return new SmsRoutes(lines.lines(), meters, inbox, clock.getIfAvailable(Clock::systemUTC));
    }
}
