package io.parcours.connector.whatsapp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.springframework.util.FileSystemUtils;

/** The webhook of a test bed on a server of its own. */
final class WebhookServer implements AutoCloseable {

    /** Held, since the level goes with a logger that nobody holds. */
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();
    private final Path folder;

    WebhookServer(WhatsAppTestBed bed) {
        TOMCAT.setLevel(Level.SEVERE);
        try {
            folder = Files.createTempDirectory("webhook");
            tomcat.setBaseDir(folder.toString());
            tomcat.setPort(0);
            tomcat.getConnector().setProperty("address", "127.0.0.1");
            Context context = tomcat.addContext("", folder.toString());
            Tomcat.addServlet(
                    context, "webhook", new WhatsAppWebhook(bed.lines, bed.meters, bed.inbox, Clock.systemUTC()));
            context.addServletMappingDecoded(WhatsAppWebhook.PATH + "/*", "webhook");
            tomcat.start();
        } catch (IOException | LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    String address() {
        return "http://127.0.0.1:" + port() + WhatsAppWebhook.PATH;
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException | LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }
}
