package io.parcours.connector.simulator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The door to the simulated IMAP server: both may speak at any time. */
final class ImapGate extends MailGate {

    private static final Pattern COMMAND = Pattern.compile("^(\\w+) (?:UID )?(\\w+)\\b.*", Pattern.DOTALL);
    private static final Pattern ANSWER = Pattern.compile("^(\\w+) (OK|NO|BAD)\\b.*", Pattern.DOTALL);
    private static final List<String> STATUS = List.of("OK", "NO", "BAD");

    private final MailFaults faults;
    private final EventLog<MailEvent> events;
    private final Runnable flagged;

    /** @param flagged runs whenever mails may have been marked */
    ImapGate(int port, int serverPort, MailFaults faults, EventLog<MailEvent> events, Runnable flagged) {
        super("imap", port, serverPort);
        this.faults = faults;
        this.events = events;
        this.flagged = flagged;
    }

    @Override
    boolean shut() {
        return faults.down || faults.mailboxDown;
    }

    @Override
    void pass(Socket client, Socket server) throws IOException {
        Talk talk = new Talk(client, server);
        daemon("imap-answers", () -> talk.answers(client, server));
        talk.commands();
    }

    /** One client's visit. */
    private final class Talk {

        private final InputStream fromClient;
        private final OutputStream toClient;
        private final InputStream fromServer;
        private final OutputStream toServer;
        private final Map<String, String> asked = new ConcurrentHashMap<>();

        Talk(Socket client, Socket server) throws IOException {
            fromClient = new BufferedInputStream(client.getInputStream());
            toClient = client.getOutputStream();
            fromServer = new BufferedInputStream(server.getInputStream());
            toServer = server.getOutputStream();
        }

        void commands() throws IOException {
            for (String line = line(fromClient); !line.isEmpty() && !shut(); line = line(fromClient)) {
                Matcher command = COMMAND.matcher(line);
                String verb = command.matches() ? command.group(2).toUpperCase(Locale.ROOT) : "";
                if (verb.equals("STORE") && faults.losesFlag()) {
                    events.note(MailEvent.asked(verb, "", "", "", WireEvent.NO_ANSWER, ""));
                    break;
                }
                if (faults.refusesLogins && (verb.equals("LOGIN") || verb.equals("AUTHENTICATE"))) {
                    events.note(MailEvent.asked(verb, "", "", "", STATUS.indexOf("NO"), ""));
                    tell(command.group(1) + " NO [AUTHENTICATIONFAILED] Login refused\r\n");
                    continue;
                }
                if (command.matches()) {
                    asked.put(command.group(1), verb);
                }
                toServer.write(octets(line));
                toServer.flush();
            }
            // The server takes it ill where its client leaves without a word.
            toServer.write(octets("DONE\r\nbye LOGOUT\r\n"));
            toServer.flush();
        }

        void answers(Socket client, Socket server) {
            try (client;
                    server) {
                for (String line = line(fromServer); !line.isEmpty(); line = line(fromServer)) {
                    Matcher answer = ANSWER.matcher(line);
                    String verb = answer.matches() ? asked.remove(answer.group(1)) : null;
                    if (verb != null) {
                        answered(verb, answer.group(2));
                    }
                    tell(faults.withoutIdle && line.contains("CAPABILITY") ? line.replace(" IDLE", "") : line);
                }
            } catch (IOException left) {
                // One of them has left: so does the other.
            }
        }

        private void answered(String verb, String word) {
            if (verb.equals("STORE")) {
                flagged.run();
            }
            events.note(MailEvent.asked(verb, "", "", "", STATUS.indexOf(word), ""));
        }

        private synchronized void tell(String line) throws IOException {
            toClient.write(octets(line));
            toClient.flush();
        }
    }
}
