package io.parcours.connector.operatordata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** As an operator of the platform writes them: in the environment, where a name has neither dots nor hyphens. */
class OperatorDataPropertiesTest {

    private static final String FIRST = "PARCOURS_OPERATORDATA_CONNECTIONS_0_";

    @Test
    void aHeaderWithHyphensIsNamedWithUnderscores() {
        OperatorConnection crm = bound(Map.of(
                FIRST + "TENANT", "sahel",
                FIRST + "NAME", "crm",
                FIRST + "URL", "https://crm.example",
                FIRST + "HEADERS_X_API_KEY", "key-1",
                FIRST + "HEADERS_APIKEY", "key-2"));

        assertThat(crm.headers()).containsOnly(Map.entry("x-api-key", "key-1"), Map.entry("apikey", "key-2"));
    }

    private static OperatorConnection bound(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment)
                .bind("parcours.operator-data", OperatorDataProperties.class)
                .get()
                .connections()
                .get(0)
                .toConnection();
    }
}
