package io.parcours.connector.simulator;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The door to the simulated SMTP server: a command and its reply at a time. */
final class SmtpGate extends MailGate {

    private static final Pattern PATH = Pattern.compile("(?i)^(?:MAIL FROM|RCPT TO):\\s*<([^>]*)>.*", Pattern.DOTALL);
    private static final String NOBODY = "550 5.1.1 No such user\r\n";
    private static final String LATER = "451 4.3.2 Try again later\r\n";
    private static final String NOT_YOU = "535 5.7.8 Authentication credentials invalid\r\n";
    private static final String NOT_THIS = "554 5.7.1 Message refused\r\n";

    private final MailFaults faults;
    private final EventLog<MailEvent> events;
    private final Taking taking;

    /** What is to be done with a mail that the server took. */
    interface Taking {

        /** @return its id */
        String taken(String from, String to, String raw);
    }

    SmtpGate(int port, int serverPort, MailFaults faults, EventLog<MailEvent> events, Taking taking) {
        super("smtp", port, serverPort);
        this.faults = faults;
        this.events = events;
        this.taking = taking;
    }

    @Override
    boolean shut() {
        return faults.down;
    }

    @Override
    void pass(Socket client, Socket server) throws IOException {
        Talk talk = new Talk(client, server);
        talk.tell(talk.reply());
        while (talk.next()) {
            // Until one of them leaves.
        }
        talk.leave();
    }

    /** One client's visit. */
    private final class Talk {

        private final InputStream fromClient;
        private final OutputStream toClient;
        private final InputStream fromServer;
        private final OutputStream toServer;
        private String from = "";
        private String to = "";

        Talk(Socket client, Socket server) throws IOException {
            fromClient = new BufferedInputStream(client.getInputStream());
            toClient = client.getOutputStream();
            fromServer = new BufferedInputStream(server.getInputStream());
            toServer = server.getOutputStream();
        }

        boolean next() throws IOException {
            String command = line(fromClient);
            if (command.isEmpty() || faults.down) {
                return false;
            }
            String verb = command.strip().split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            Matcher path = PATH.matcher(command);
            String refusal = refusal(verb, path.matches() ? path.group(1) : "");
            String answer = refusal.isEmpty() ? ask(command) : refusal;
            note(verb, code(answer));
            tell(answer);
            return verb.equals("DATA") && code(answer) == 354 ? content() : !verb.equals("QUIT");
        }

        /** The server takes it ill where its client leaves without a word. */
        void leave() throws IOException {
            toServer.write(octets("QUIT\r\n"));
            toServer.flush();
        }

        private String refusal(String verb, String address) {
            switch (verb) {
                case "AUTH" -> {
                    return faults.refusesLogins ? NOT_YOU : "";
                }
                case "MAIL" -> from = address.toLowerCase(Locale.ROOT);
                case "RCPT" -> {
                    to = address.toLowerCase(Locale.ROOT);
                    return faults.isUnknown(to) ? NOBODY : faults.isBusy() ? LATER : "";
                }
                default -> {}
            }
            return "";
        }

        /** The mail itself, which the server must have whole before anything is said of it. */
        private boolean content() throws IOException {
            StringBuilder raw = new StringBuilder();
            for (String line = line(fromClient); !line.equals(".\r\n"); line = line(fromClient)) {
                if (line.isEmpty()) {
                    return false;
                }
                raw.append(line.startsWith(".") ? line.substring(1) : line);
                toServer.write(octets(line));
            }
            if (faults.refusesMail()) {
                events.note(MailEvent.asked("data", from, to, "", code(NOT_THIS), ""));
                tell(NOT_THIS);
                return false;
            }
            String answer = ask(".\r\n");
            boolean hangsUp = faults.hangsUp();
            String id = code(answer) == 250 ? taking.taken(from, to, raw.toString()) : "";
            LockSupport.parkNanos(MILLISECONDS.toNanos(faults.answerDelay.toMillis()));
            events.note(MailEvent.asked("data", from, to, id, hangsUp ? WireEvent.NO_ANSWER : code(answer), ""));
            if (!hangsUp) {
                tell(answer);
            }
            return !hangsUp;
        }

        private String ask(String line) throws IOException {
            toServer.write(octets(line));
            toServer.flush();
            return reply();
        }

        String reply() throws IOException {
            StringBuilder reply = new StringBuilder();
            String line;
            do {
                line = line(fromServer);
                reply.append(line);
            } while (line.length() > 3 && line.charAt(3) == '-');
            if (line.isEmpty()) {
                throw new IOException("The server has left");
            }
            return reply.toString();
        }

        void tell(String answer) throws IOException {
            toClient.write(octets(answer));
            toClient.flush();
        }

        private void note(String verb, int status) {
            // What follows AUTH is a password, and no command.
            if (verb.matches("EHLO|AUTH|MAIL|RCPT|QUIT")) {
                events.note(MailEvent.asked(verb, from, verb.equals("RCPT") ? to : "", "", status, ""));
            }
        }

        private int code(String answer) {
            return answer.matches("(?s)\\d{3}.*") ? Integer.parseInt(answer.substring(0, 3)) : WireEvent.NO_ANSWER;
        }
    }
}
