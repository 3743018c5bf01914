package io.parcours.scenario;

import io.parcours.engine.CurrentUser;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The product's journeys on a real PostgreSQL, without the connectors and the screens. */
@SpringBootApplication(scanBasePackages = "io.parcours")
class TestApplication {

    @Bean
    RecordingChannel sms() {
        return new RecordingChannel("sms", null);
    }

    @Bean
    RecordingChannel whatsapp() {
        return new RecordingChannel("whatsapp", Duration.ofHours(24));
    }

    @Bean
    RecordingChannel messenger() {
        return new RecordingChannel("messenger", Duration.ofHours(24));
    }

    @Bean
    RecordingChannel voice() {
        return new RecordingChannel("voice", null);
    }

    @Bean
    ScriptedMedia media() {
        return new ScriptedMedia();
    }

    @Bean
    ScriptedSystems systems() {
        return new ScriptedSystems();
    }

    @Bean
    RecordingTelephony telephony() {
        return new RecordingTelephony();
    }

    @Bean
    Person person() {
        return new Person();
    }

    /** Who acts in the test at the moment; nobody unless the test says so. */
    static class Person implements CurrentUser {

        private final ThreadLocal<String> name = new ThreadLocal<>();
        private final ThreadLocal<Set<String>> roles = ThreadLocal.withInitial(Set::of);

        void is(String person, String... theirRoles) {
            name.set(person);
            roles.set(Set.of(theirRoles));
        }

        void leaves() {
            name.remove();
            roles.remove();
        }

        @Override
        public String name() {
            return name.get();
        }

        @Override
        public Set<String> roles() {
            return roles.get();
        }
    }
}
