package io.parcours.step;

import io.parcours.decisions.ContactPermission;
import io.parcours.decisions.DecisionEvaluator;
import io.parcours.decisions.GestureRules;
import io.parcours.decisions.InboundRouting;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The decisions and rules that Java asks directly; models ask theirs by the step {@code decide}. */
@Configuration(proxyBeanMethods = false)
class RuleConfiguration {

    @Bean
    InboundRouting inboundRouting(DecisionEvaluator decisions) {
        return new InboundRouting(decisions);
    }

    @Bean
    ContactPermission contactPermission(DecisionEvaluator decisions) {
        return new ContactPermission(decisions);
    }

    @Bean
    GestureRules gestureRules() {
        return new GestureRules();
    }
}
