package io.parcours.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test of screens on the whole application: one context and one PostgreSQL for all of them, the demo's people and customers
 * in it. Who looks at the screen is the test's parameter, or whom {@link SignedIn} names; a visitor without either.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"parcours.db.temporary=true", "management.server.port=0"})
@ActiveProfiles("demo")
@ExtendWith(BrowserlessScreen.class)
public @interface ScreenTest {}
