package io.parcours.connector.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.Discreet;
import io.parcours.conversation.Inbox;
import io.parcours.conversation.Interruption;
import io.parcours.telephony.CallWatch;
import io.parcours.telephony.Insistence;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every call of an account is made of. */
record CallMaker(
        VoiceAccount account,
        Ari ari,
        Workforce workforce,
        Prompts prompts,
        Inbox inbox,
        VoiceMeters meters,
        CallWatch watch,
        Clock clock) {

    private static final Logger log = LoggerFactory.getLogger(CallMaker.class);

    Call make(JsonNode channel, Executor mailbox, Set<String> bridges, Consumer<Call> begun, Consumer<Call> ended) {
        return new Call(this, channel.path("id").asText(), story(channel), mailbox, bridges, begun, ended);
    }

    /** For screens that show who is on the telephone. */
    void changed(Caller caller) {
        watch.callChanged(account.tenant(), account.name(), caller.address());
    }

    /** @param present whose calls are up */
    boolean begunAnew(Set<String> present) {
        Interruption interruption = new Interruption(account.tenant(), VoiceChannel.NAME, account.name(), present);
        return Insistence.written(
                () -> TenantContext.run(account.tenant(), () -> inbox.receive(interruption)),
                failure -> log.error(
                        "What was being said to callers of {}/{} is not known",
                        account.tenant(),
                        account.name(),
                        Discreet.copy(failure)));
    }

    Story story(JsonNode channel) {
        return new Story(
                this,
                channel.path("id").asText(),
                Caller.of(
                        channel.path("caller").path("number").asText(),
                        channel.path("id").asText(),
                        account.region()));
    }
}
