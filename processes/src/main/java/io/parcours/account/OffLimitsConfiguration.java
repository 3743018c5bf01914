package io.parcours.account;

import io.parcours.database.OwnDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OffLimitsConfiguration {

    @Bean
    OffLimits offLimits(OwnDatabase own) {
        return own::isAt;
    }
}
