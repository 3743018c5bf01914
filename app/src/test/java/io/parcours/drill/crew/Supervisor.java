package io.parcours.drill.crew;

import io.parcours.engine.Incident;
import io.parcours.engine.Incidents;
import io.parcours.security.DemoUser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Presses the retry button of every incident when the drill says so, by a file in the platform's folder. */
@Component
@Profile("drill")
class Supervisor {

    private static final Path SIGN = Path.of("retry");

    private final Incidents incidents;

    Supervisor(Incidents incidents) {
        this.incidents = incidents;
    }

    @Scheduled(fixedDelay = 500)
    void look() throws Exception {
        if (Files.deleteIfExists(SIGN)) {
            Person.is(
                    DemoUser.IBRAHIM,
                    () -> incidents.open().stream().map(Incident::id).forEach(incidents::retry));
        }
    }
}
