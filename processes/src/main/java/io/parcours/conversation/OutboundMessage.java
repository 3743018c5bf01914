package io.parcours.conversation;

import java.util.List;
import java.util.UUID;

/**
 * A message on its way out, in the subscriber's language.
 *
 * @param account the tenant's account on the channel by which it leaves
 * @param to the contact point's address; for SMS the MSISDN in E.164 with its plus sign
 * @param options the answers to choose from, in order; empty for a statement or a free question. The channel shows them in
 *     its own way: SMS as numbered lines after the text
 */
public record OutboundMessage(UUID id, String tenant, String account, String to, String text, List<String> options) {

    public OutboundMessage {
        options = List.copyOf(options);
    }
}
