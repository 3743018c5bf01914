package io.parcours.connector.simulator;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How the simulated mail servers behave, and misbehave; every setting holds from the next command on. */
public final class MailFaults {

    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private final Set<String> bouncing = ConcurrentHashMap.newKeySet();
    private final Set<String> absent = ConcurrentHashMap.newKeySet();
    private final AtomicInteger hangUps = new AtomicInteger();
    private final AtomicInteger lostFlags = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger refusedMails = new AtomicInteger();
    volatile boolean down;
    volatile boolean mailboxDown;
    volatile boolean refusesLogins;
    volatile boolean withoutIdle;
    volatile Duration answerDelay = Duration.ZERO;

    MailFaults() {}

    /** Every login is refused, to send and to read, until {@link #acceptLogins}. */
    public void refuseLogins() {
        refusesLogins = true;
    }

    public void acceptLogins() {
        refusesLogins = false;
    }

    /** From now on the server says of this recipient that there is none (550). */
    public void refuse(String recipient) {
        unknown.add(recipient);
    }

    /** The next recipients are answered with 451: later. */
    public void busy(int recipients) {
        busy.set(recipients);
    }

    /** The next mails are refused once they were read (554), as a filter does. */
    public void refuseMails(int mails) {
        refusedMails.set(mails);
    }

    /** The next mails are taken, and the connection ends without an answer. */
    public void hangUp(int mails) {
        hangUps.set(mails);
    }

    /** A mail is taken at once and answered after this time. */
    public void answerAfter(Duration delay) {
        answerDelay = delay;
    }

    /** The connection to the mailbox is cut instead of marking the next mails as seen. */
    public void loseFlags(int mails) {
        lostFlags.set(mails);
    }

    /** The mailbox does not tell of new mail: it has to be looked into. */
    public void withoutIdle(boolean without) {
        withoutIdle = without;
    }

    /** Neither server answers until {@link #up}. */
    public void down() {
        down = true;
    }

    /** The mailbox does not answer until {@link #up}; mail can still be handed in. */
    public void mailboxDown() {
        mailboxDown = true;
    }

    public void up() {
        down = false;
        mailboxDown = false;
    }

    /** Mail to this recipient is taken, and comes back as undeliverable. */
    public void bounce(String recipient) {
        bouncing.add(recipient);
    }

    /** Mail to this recipient is answered by a machine. */
    public void answerAutomatically(String recipient) {
        absent.add(recipient);
    }

    /** Nothing is wrong with this recipient any more. */
    public void heal(String recipient) {
        unknown.remove(recipient);
        bouncing.remove(recipient);
        absent.remove(recipient);
    }

    boolean isUnknown(String recipient) {
        return unknown.contains(recipient);
    }

    boolean bounces(String recipient) {
        return bouncing.contains(recipient);
    }

    boolean isAbsent(String recipient) {
        return absent.contains(recipient);
    }

    boolean isBusy() {
        return Countdown.take(busy);
    }

    boolean refusesMail() {
        return Countdown.take(refusedMails);
    }

    boolean hangsUp() {
        return Countdown.take(hangUps);
    }

    boolean losesFlag() {
        return Countdown.take(lostFlags);
    }
}
