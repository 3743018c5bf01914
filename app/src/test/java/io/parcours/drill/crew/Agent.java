package io.parcours.drill.crew;

import io.parcours.call.AgentCalls;
import io.parcours.customer.ContactPoint;
import io.parcours.customer.Customers;
import io.parcours.security.DemoUser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Calls a customer when the drill says so, by a file in the platform's folder that names their number. */
@Component
@Profile("drill")
class Agent {

    private static final Path SIGN = Path.of("call");

    private final AgentCalls calls;
    private final Customers customers;

    Agent(AgentCalls calls, Customers customers) {
        this.calls = calls;
        this.customers = customers;
    }

    @Scheduled(fixedDelay = 500)
    void look() throws Exception {
        if (Files.exists(SIGN)) {
            String number = Files.readString(SIGN);
            Files.delete(SIGN);
            Person.is(DemoUser.AWA, () -> call(number));
        }
    }

    private void call(String number) {
        customers
                .at(new ContactPoint("sms", number))
                .ifPresent(customer -> calls.call(DemoUser.AWA.username(), customer, null, number, "service"));
    }
}
