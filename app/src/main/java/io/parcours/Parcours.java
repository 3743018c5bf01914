package io.parcours;

import io.parcours.start.Start;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The whole platform in one process. */
@SpringBootApplication
public class Parcours {

    public static void main(String[] arguments) {
        try {
            Start.of(Parcours.class).run(arguments);
        } catch (SpringApplication.AbandonedRunException e) {
            throw e;
        } catch (RuntimeException | Error reported) {
            // Without it, threads that began before the failure would keep a dead process alive.
            System.exit(1);
        }
    }
}
