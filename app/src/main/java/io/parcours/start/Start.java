package io.parcours.start;

import org.springframework.boot.SpringApplication;

/** How the application starts, or says in one sentence why not. */
public final class Start {

    private Start() {}

    public static SpringApplication of(Class<?> main) {
        SpringApplication application = new SpringApplication(main);
        application.addInitializers(new RequiredSettings(), new FreePorts());
        return application;
    }
}
