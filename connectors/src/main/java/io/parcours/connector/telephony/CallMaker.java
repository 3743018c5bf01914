package io.parcours.connector.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.conversation.Inbox;
import io.parcours.telephony.CallWatch;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

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

    Call make(JsonNode channel, Executor mailbox, Set<String> bridges, Consumer<Call> begun, Consumer<Call> ended) {
        return new Call(this, channel.path("id").asText(), story(channel), mailbox, bridges, begun, ended);
    }

    /** For screens that show who is on the telephone. */
    void changed(Caller caller) {
        watch.callChanged(account.tenant(), account.name(), caller.address());
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
