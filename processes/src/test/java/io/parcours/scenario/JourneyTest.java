package io.parcours.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A test that plays journeys: one application context and one PostgreSQL for all of them. Jobs run when the test says so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {TestApplication.class, Scenario.class},
        properties = {
            "parcours.db.temporary=true",
            "parcours.jobs.enabled=false",
            "parcours.media.public-url=https://parcours.example",
            "spring.main.banner-mode=off"
        })
public @interface JourneyTest {}
