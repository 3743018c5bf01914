package io.parcours.connector.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.imap.IMAPFolder;

/**
 * A mail that is told of in the very moment in which the waiting begins would else go unnoticed until the next one. So would one
 * that came while another was deleted, where the server counts before it tells what is gone.
 */
final class Waking extends MessageCountAdapter {

    private final IMAPFolder inbox;
    private final BooleanSupplier waiting;

    Waking(IMAPFolder inbox, BooleanSupplier waiting) {
        this.inbox = inbox;
        this.waiting = waiting;
    }

    @Override
    public void messagesAdded(MessageCountEvent event) {
        wake();
    }

    @Override
    public void messagesRemoved(MessageCountEvent event) {
        wake();
    }

    private void wake() {
        try {
            if (waiting.getAsBoolean()) {
                ask(inbox);
            }
        } catch (MessagingException | IllegalStateException lost) {
            // The thread that waits learns it too.
        }
    }

    /** Has the server tell of what it knows, and ends a wait for its word. */
    static void ask(IMAPFolder inbox) throws MessagingException {
        inbox.doCommand(protocol -> {
            protocol.noop();
            return null;
        });
    }
}
