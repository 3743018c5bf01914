package io.parcours.start;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Looks whether the ports are free before anything else begins: the web server binds them last. */
class FreePorts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        int server = port(environment, "server", "SERVER_PORT");
        int management = port(environment, "management.server", "MANAGEMENT_SERVER_PORT");
        if (server == management && server > 0) {
            throw new StartRefused("SERVER_PORT and MANAGEMENT_SERVER_PORT are both " + server
                    + ": give the management its own port.");
        }
        check(server, environment.getProperty("server.address"), "SERVER_PORT");
        check(management, environment.getProperty("management.server.address"), "MANAGEMENT_SERVER_PORT");
    }

    private static int port(Environment environment, String server, String setting) {
        String port = environment.getProperty(server + ".port", "");
        try {
            return port.isBlank() ? 0 : Integer.parseInt(port.trim());
        } catch (NumberFormatException e) {
            throw new StartRefused(setting + " is not a port number: " + port + ".");
        }
    }

    private static void check(int port, String address, String setting) {
        if (port <= 0) {
            return;
        }
        try {
            InetAddress anyOrOne = address == null ? null : InetAddress.getByName(address);
            new ServerSocket(port, 1, anyOrOne).close();
        } catch (BindException e) {
            throw new StartRefused(sentence(port, setting, e));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartRefused("Port " + port + " cannot be used (" + e.getMessage() + "): check " + setting + ".");
        }
    }

    private static String sentence(int port, String setting, BindException e) {
        if (String.valueOf(e.getMessage()).contains("in use")) {
            return taken(port, setting);
        }
        return "Port " + port + " cannot be used (" + e.getMessage() + "): set " + setting + " to another.";
    }

    static String taken(int port, String setting) {
        return "Port " + port + " is taken by another program: stop it, or set " + setting + " to a free port.";
    }
}
