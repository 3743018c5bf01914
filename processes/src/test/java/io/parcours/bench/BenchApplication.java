package io.parcours.bench;

import io.parcours.conversation.Channel;
import io.parcours.conversation.Delivery;
import io.parcours.conversation.OutboundMessage;
import io.parcours.database.BenchServer;
import io.parcours.engine.CurrentUser;
import io.parcours.tenant.Tenant;
import io.parcours.tenant.TenantContext;
import io.parcours.tenant.Tenants;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The product without screens and connectors; no bean by itself, so that the tests' application does not find it. */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "io.parcours",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "io\\.parcours\\.(scenario\\..*|engine\\.TestJobs)"))
class BenchApplication {

    static final String TENANT = "demo";

    static ConfigurableApplicationContext start(BenchServer server, String... more) {
        String[] settings = Stream.concat(
                        server.applicationSettings().stream(),
                        Stream.concat(
                                Stream.of(
                                        "spring.main.banner-mode=off",
                                        "logging.level.root=warn",
                                        "logging.level.org.camunda=off"),
                                Stream.of(more)))
                .map("--"::concat)
                .toArray(String[]::new);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(BenchApplication.class).run(settings);
        TenantContext.runAsSystem(() -> context.getBean(Tenants.class)
                .add(new Tenant(TENANT, "Sahel Mobile", "#0b6e4f", "BJ", "XOF", "Africa/Porto-Novo")));
        return context;
    }

    @Bean
    Provider provider() {
        return new Provider();
    }

    @Bean
    Person person() {
        return new Person();
    }

    /** A provider that takes each message at once. */
    static final class Provider implements Channel {

        final Tally tally = new Tally();

        @Override
        public String name() {
            return "sms";
        }

        @Override
        public Optional<String> account(String tenant) {
            return Optional.of("demo");
        }

        @Override
        public Delivery send(OutboundMessage message) {
            tally.countAfterCommit();
            return new Delivery(List.of("id-" + message.id()));
        }
    }

    /** Who acts on this thread. */
    static final class Person implements CurrentUser {

        private final ThreadLocal<String> name = new ThreadLocal<>();

        void is(String person) {
            name.set(person);
        }

        void leaves() {
            name.remove();
        }

        @Override
        public String name() {
            return name.get();
        }

        @Override
        public Set<String> roles() {
            return name.get() == null ? Set.of() : Set.of("BACK_OFFICE");
        }
    }
}
