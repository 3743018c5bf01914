package io.parcours.connector.sms;

import io.parcours.connector.NumberedLines;
import io.parcours.connector.OutcomeUnknown;
import io.parcours.connector.SegmentedText;
import io.parcours.conversation.AccountState;
import io.parcours.conversation.Channel;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.Delivery;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.Preview;
import io.parcours.conversation.SendRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.camel.ProducerTemplate;
import org.jsmpp.SMPPConstant;

/**
 * Sends by SMS. The options of a question become numbered lines after its text.
 *
 * <p>A call lasts at most twice the account's response timeout: no segment is begun after the first such time, and
 * each is given one to be answered. A long text of which a later segment is refused counts as refused: handsets wait
 * for all parts, and sending again begins with the first. One that has begun to leave when the centre wants less waits here;
 * where that takes too long, nobody knows what the subscriber sees.
 */
final class SmsChannel implements Channel {

    static final String NAME = "sms";

    private static final Duration A_MOMENT = Duration.ofMillis(200);

    private final SmsLines lines;
    private final SmsMeters meters;
    private final ProducerTemplate template;

    SmsChannel(SmsLines lines, SmsMeters meters, ProducerTemplate template) {
        this.lines = lines;
        this.meters = meters;
        this.template = template;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** The tenant's first account, in the order of the configuration. */
    @Override
    public Optional<String> account(String tenant) {
        return lines.of(tenant).map(line -> line.account().name());
    }

    @Override
    public Optional<String> addressOf(String msisdn) {
        return Optional.of(msisdn);
    }

    @Override
    public Duration place(String tenant, String account) {
        return lines.find(tenant, account).map(line -> line.pace().place()).orElse(Duration.ZERO);
    }

    @Override
    public Duration silence(String tenant, String account) {
        return lines.find(tenant, account).map(line -> line.pace().held()).orElse(Duration.ZERO);
    }

    @Override
    public int freePlaces(String tenant, String account) {
        return lines.find(tenant, account)
                .filter(line -> line.state().bound())
                .map(line -> line.pace().freePlaces())
                .orElse(0);
    }

    @Override
    public int window(String tenant, String account) {
        return lines.find(tenant, account)
                .map(line -> line.account().options().window())
                .orElse(1);
    }

    @Override
    public boolean tellsStates() {
        return true;
    }

    @Override
    public List<AccountState> states() {
        return lines.all().stream().map(SmsAccountState::asState).toList();
    }

    @Override
    public Optional<Preview> preview(OutboundMessage message) {
        return lines.of(message.tenant()).map(line -> {
            SegmentedText text = segmented(message, 0);
            String encoding = text.dataCoding() == SegmentedText.GSM ? "GSM-7" : "UCS-2";
            List<String> words = List.of(NumberedLines.of(message));
            return new Preview(
                    null,
                    words,
                    Preview.Style.TEXT,
                    null,
                    List.of(),
                    text.segments().size(),
                    encoding);
        });
    }

    @Override
    public Delivery send(OutboundMessage message) {
        SmsLine line = line(message.tenant(), message.account());
        return meters.sending(message.tenant(), message.account(), () -> send(message, line));
    }

    private Delivery send(OutboundMessage message, SmsLine line) {
        // Jobs begin in the moment of the first bind, and would else wait in vain for the next time.
        line.state().awaitFirstAttempt(line.account().options().bindTimeout());
        line.state().problem().ifPresent(problem -> {
            throw new ChannelUnavailable("Not bound to " + line.account().address() + ": " + problem, null);
        });
        SegmentedText text = segmented(message, line.nextReference());
        long deadline =
                System.nanoTime() + line.account().options().responseTimeout().toNanos();
        List<String> ids = new ArrayList<>();
        Consumer<byte[]> leaving =
                segment -> leave(line, deadline, () -> submit(line, message.to(), text, segment, ids));
        leaving.accept(text.segments().get(0));
        text.segments().stream().skip(1).forEach(segment -> goOn(line, deadline, () -> leaving.accept(segment)));
        return new Delivery(ids);
    }

    private static void leave(SmsLine line, long deadline, Runnable submission) {
        if (!line.pace().atWire()) {
            throw later(line, "too much has left before");
        }
        withinWindow(line, deadline, submission);
    }

    /** Begun anew, the text would come twice in pieces, and be paid for twice. */
    private static void goOn(SmsLine line, long deadline, Runnable leaving) {
        for (; ; ) {
            try {
                leaving.run();
                return;
            } catch (ChannelUnavailable notNow) {
                long pause = notNow.pause().orElse(A_MOMENT).toNanos();
                if (System.nanoTime() + pause >= deadline
                        || Thread.currentThread().isInterrupted()) {
                    throw new OutcomeUnknown(
                            "A part of a text has left to " + line.account().address(), notNow);
                }
                LockSupport.parkNanos(pause);
            }
        }
    }

    private SmsLine line(String tenant, String account) {
        return lines.find(tenant, account)
                .orElseThrow(() -> new ChannelUnavailable("Tenant " + tenant + " has no SMS account " + account, null));
    }

    private static SegmentedText segmented(OutboundMessage message, int reference) {
        try {
            return SegmentedText.of(NumberedLines.of(message), reference);
        } catch (IllegalArgumentException tooLong) {
            throw new SendRefused(Submission.code(SMPPConstant.STAT_ESME_RINVMSGLEN), tooLong.getMessage(), tooLong);
        }
    }

    private static void withinWindow(SmsLine line, long deadline, Runnable submission) {
        if (!acquired(line, deadline)) {
            String reason = line.account().address() + " was too slow with what was sent before";
            throw new ChannelUnavailable(reason, null);
        }
        try {
            submission.run();
        } finally {
            line.window().release();
        }
    }

    private static boolean acquired(SmsLine line, long deadline) {
        try {
            long left = deadline - System.nanoTime();
            return left > 0 && line.window().tryAcquire(left, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void submit(SmsLine line, String to, SegmentedText text, byte[] segment, List<String> ids) {
        Submission submission = new Submission(line.account(), to, text, segment);
        try {
            submission
                    .outcome(template.request(line.outboundUri(), submission))
                    .map(line.ids()::given)
                    .ifPresent(ids::add);
            line.taken();
        } catch (Throttled throttled) {
            line.throttled();
            throw later(line, throttled.getMessage());
        }
    }

    /** While the centre is left alone nobody draws a place: everybody waits for the same end. */
    private static ChannelUnavailable later(SmsLine line, String reason) {
        Duration held = line.pace().held();
        Duration pause = held.isZero() ? line.pace().place() : held;
        return new ChannelUnavailable(line.account().address() + ": " + reason, pause, null);
    }
}
