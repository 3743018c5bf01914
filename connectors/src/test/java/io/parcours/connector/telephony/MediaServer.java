package io.parcours.connector.telephony;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.springframework.util.FileSystemUtils;

/** The prompts of a test bed on a server of its own. */
final class MediaServer implements AutoCloseable {

    /** Held, since the level goes with a logger that nobody holds. */
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();
    private final Path folder;

    MediaServer(MediaTokens tokens, Path cache) {
        TOMCAT.setLevel(Level.SEVERE);
        try {
            folder = Files.createTempDirectory("media");
            tomcat.setBaseDir(folder.toString());
            tomcat.setPort(0);
            tomcat.getConnector().setProperty("address", "127.0.0.1");
            Context context = tomcat.addContext("", folder.toString());
            Tomcat.addServlet(context, "media", new MediaServlet(tokens, cache));
            context.addServletMappingDecoded(MediaServlet.PATH + "/*", "media");
            tomcat.start();
        } catch (IOException | LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort();
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
