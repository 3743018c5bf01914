package io.parcours.connector.web;

import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.springframework.util.FileSystemUtils;

/** A servlet on a server of its own. */
public class ServletServer implements AutoCloseable {

    /** Held, since the level goes with a logger that nobody holds. */
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();
    private final Path folder;
    private final String path;

    public ServletServer(HttpServlet servlet, String path) {
        this.path = path;
        TOMCAT.setLevel(Level.SEVERE);
        try {
            folder = Files.createTempDirectory("servlet");
            tomcat.setBaseDir(folder.toString());
            tomcat.setPort(0);
            tomcat.getConnector().setProperty("address", "127.0.0.1");
            // A connection that ends is told from one that has served enough.
            tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
            Context context = tomcat.addContext("", folder.toString());
            Tomcat.addServlet(context, "servlet", servlet);
            context.addServletMappingDecoded(path + "/*", "servlet");
            tomcat.start();
        } catch (IOException | LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    /** What stands before every path. */
    public String origin() {
        return "http://127.0.0.1:" + port();
    }

    public String address() {
        return origin() + path;
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
