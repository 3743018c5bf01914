package io.parcours.connector.mail;

import io.parcours.connector.Discreet;
import io.parcours.connector.web.ChannelMeters;
import io.parcours.conversation.Inbox;
import io.parcours.tenant.TenantContext;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.SearchTerm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts unseen mail into the inbox, and marks each as seen once it is stored: until then it is looked at again. */
final class MailIntake {

    private static final Logger log = LoggerFactory.getLogger(MailIntake.class);
    private static final SearchTerm UNSEEN =
            new AndTerm(new FlagTerm(new Flags(Flag.SEEN), false), new FlagTerm(new Flags(Flag.DELETED), false));

    /** More than this at once are left to the next look: the server need not tell of thousands. */
    private static final int MOST_AT_ONCE = 200;

    private static final int RECALLED = 300;

    /** After so many failures the fault is not the mails'. */
    private static final int MOST_FAILURES = 5;

    private final MailLine line;
    private final MailAccount account;
    private final Inbox inbox;
    private final ChannelMeters meters;
    private final Clock clock;
    private final MailReader reader;

    MailIntake(MailLine line, Inbox inbox, ChannelMeters meters, Clock clock) {
        this.line = line;
        this.account = line.account();
        this.inbox = inbox;
        this.meters = meters;
        this.clock = clock;
        this.reader = new MailReader(account, clock);
    }

    /**
     * Takes unseen mails, oldest first; one that cannot be stored keeps those of the same sender waiting, and nobody else's.
     *
     * @return what became of them
     * @throws MessagingException where the connection is lost
     */
    Look takeAll(IMAPFolder folder, BooleanSupplier wanted) throws MessagingException {
        Message[] unseen = folder.search(UNSEEN);
        Message[] some = Arrays.copyOf(unseen, Math.min(unseen.length, MOST_AT_ONCE));
        FetchProfile profile = new FetchProfile();
        profile.add(FetchProfile.Item.SIZE);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(some, profile);
        Set<String> held = new HashSet<>();
        for (Message mail : some) {
            if (!wanted.getAsBoolean() || held.size() >= MOST_FAILURES) {
                break;
            }
            take((IMAPMessage) mail, held);
        }
        if (!held.isEmpty()) {
            return Look.FAILED;
        }
        return some.length == unseen.length ? Look.ALL : Look.MORE;
    }

    /** What became of the mails that nobody has seen. */
    enum Look {
        ALL,
        /** There are more than are taken at once. */
        MORE,
        /** Some could not be stored. */
        FAILED
    }

    /** Looks at the last mails, so that answers go below them although this process never saw them come. */
    void recall(IMAPFolder folder) throws MessagingException {
        int last = folder.getMessageCount();
        if (last == 0) {
            return;
        }
        Message[] mails = folder.getMessages(Math.max(1, last - RECALLED + 1), last);
        FetchProfile profile = new FetchProfile();
        profile.add(IMAPFolder.FetchProfileItem.HEADERS);
        folder.fetch(mails, profile);
        for (Message mail : mails) {
            try {
                recall(new Headers((IMAPMessage) mail));
            } catch (RuntimeException unreadable) {
                // An answer to it begins a thread of its own.
                log.warn("A mail to {}/{} has headers that cannot be read", account.tenant(), account.name());
            }
        }
    }

    private void recall(Headers headers) {
        if (AutomaticMail.reason(headers).isEmpty()) {
            headers.sender().ifPresent(sender -> line.threads().last(sender.address(), headers.thread()));
        }
    }

    /** @param held senders of whom one could not be stored */
    private void take(IMAPMessage mail, Set<String> held) throws MessagingException {
        Reading reading;
        try {
            reading = read(mail);
        } catch (MessageRemovedException gone) {
            return;
        }
        if (held.contains(reading.sender())) {
            return;
        }
        if (stored(reading)) {
            mail.setFlag(Flag.SEEN, true);
        } else {
            held.add(reading.sender());
        }
    }

    private Reading read(IMAPMessage mail) throws MessagingException {
        Date received = mail.getReceivedDate();
        Instant at = received == null ? clock.instant() : received.toInstant();
        int largest = account.options().largestOctets();
        // A server may be wrong about the size, so that it is not read beyond what is borne in any case.
        int wanted = mail.getSize() > largest ? MailReader.BEGINNING : largest + 1;
        try (InputStream octets = mail.getMimeStream()) {
            byte[] raw = octets.readNBytes(wanted);
            return mail.getSize() > largest || raw.length > largest ? reader.tooLarge(raw, at) : reader.read(raw, at);
        } catch (IOException lost) {
            if (mail.isExpunged()) {
                throw new MessageRemovedException("Removed while it was read", lost);
            }
            throw new UncheckedIOException(lost);
        }
    }

    private boolean stored(Reading reading) {
        try {
            TenantContext.run(account.tenant(), () -> reading.received()
                    .forEach(each -> each.into().accept(inbox)));
        } catch (RuntimeException failure) {
            meters.received(account, "failed");
            log.error(
                    "A mail to {}/{} was not stored; it stays unseen and is looked at again",
                    account.tenant(),
                    account.name(),
                    Discreet.copy(failure));
            return false;
        }
        reading.received().forEach(each -> meters.received(account, each.kind()));
        reading.thread().ifPresent(last -> {
            line.threads().last(reading.sender(), last);
            reader.actedOn(reading);
        });
        return true;
    }
}
