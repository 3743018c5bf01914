package io.parcours.connector.operatordata;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.parcours.operatordata.OperatorSystems;
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

    @Bean(destroyMethod = "close")
    OperatorSystems operatorSystems(
            OperatorDataProperties properties,
            ObjectProvider<OperatorConnection> single,
            ObjectProvider<OperatorConnections> several,
            ObjectProvider<MeterRegistry> registry,
            ObjectProvider<Clock> clock) {
        OperationFiles files = new OperationFiles(properties.folder());
        MeterRegistry meters = registry.getIfAvailable(CompositeMeterRegistry::new);
        Clock now = clock.getIfAvailable(Clock::systemUTC);
        return new ConnectedSystems(Stream.of(
                        properties.connections().stream().map(OperatorDataProperties.Connection::toConnection),
                        single.orderedStream(),
                        several.orderedStream().flatMap(source -> source.all().stream()))
                .flatMap(all -> all)
                .map(connection -> new OperatorSystem(connection, files.of(connection), meters, now))
                .toList());
    }
}
