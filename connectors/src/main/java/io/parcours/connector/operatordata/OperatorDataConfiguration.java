package io.parcours.connector.operatordata;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.parcours.account.AccountKind;
import io.parcours.account.OffLimits;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Systems come from the configuration, from single beans and from {@link OperatorConnections}: the demo's ports are known late. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperatorDataProperties.class)
class OperatorDataConfiguration {

    @Bean
    SystemMaker systemMaker(
            OperatorDataProperties properties, ObjectProvider<MeterRegistry> registry, ObjectProvider<Clock> clock) {
        return new SystemMaker(
                new OperationFiles(properties.folder()),
                registry.getIfAvailable(CompositeMeterRegistry::new),
                clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean(destroyMethod = "close")
    ConnectedSystems operatorSystems(
            OperatorDataProperties properties,
            ObjectProvider<OperatorConnection> single,
            ObjectProvider<OperatorConnections> several,
            SystemMaker maker) {
        return new ConnectedSystems(Stream.of(
                        properties.connections().stream().map(OperatorDataProperties.Connection::toConnection),
                        single.orderedStream(),
                        several.orderedStream().flatMap(source -> source.all().stream()))
                .flatMap(all -> all)
                .map(maker::configured)
                .toList());
    }

    @Bean
    AccountKind systemAccountKind(ConnectedSystems systems, SystemMaker maker, OffLimits offLimits) {
        return new SystemAccountKind(systems, maker, new SystemValues(offLimits));
    }
}
