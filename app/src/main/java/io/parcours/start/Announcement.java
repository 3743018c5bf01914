package io.parcours.start;

import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Prints the address when the application is ready, and what else there is to know. */
@Component
class Announcement implements ApplicationListener<ApplicationReadyEvent> {

    private final List<StartNotice> notices;
    private final Environment environment;

    Announcement(List<StartNotice> notices, Environment environment) {
        this.notices = notices;
        this.environment = environment;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        StringBuilder text = new StringBuilder();
        line(text, "");
        line(
                text,
                "Parcours : http://localhost:" + environment.getProperty("local.server.port")
                        + environment.getProperty("server.servlet.context-path", ""));
        notices.forEach(notice -> notice.lines().forEach(line -> line(text, line)));
        line(text, "");
        // At once, so that no log line falls between.
        System.out.print(text);
        System.out.flush();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }
}
