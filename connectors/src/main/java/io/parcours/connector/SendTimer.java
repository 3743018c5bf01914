package io.parcours.connector;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.SendRefused;
import java.util.function.Supplier;

/** Times the sends of a channel under their outcome: sent, refused, unavailable or unknown. */
public final class SendTimer {

    private SendTimer() {}

    public static <T> T timed(MeterRegistry registry, String name, Tags account, Supplier<T> send) {
        Timer.Sample sample = Timer.start(registry);
        String outcome = "unknown";
        try {
            T result = send.get();
            outcome = "sent";
            return result;
        } catch (SendRefused refused) {
            outcome = "refused";
            throw refused;
        } catch (ChannelUnavailable unavailable) {
            outcome = "unavailable";
            throw unavailable;
        } finally {
            sample.stop(registry.timer(name, account.and("outcome", outcome)));
        }
    }
}
