package io.parcours.conversation;

import io.parcours.media.MediaFile;
import java.time.Instant;
import java.util.UUID;

/**
 * A message as kept.
 *
 * @param state {@code received}; or {@code queued}, {@code sending}, {@code sent}, {@code delivered}, {@code read},
 *     {@code failed}, {@code undeliverable}, {@code unknown}
 * @param number its place among the customer's messages, rising
 * @param choice the id of the button or list row that was touched, else null
 * @param attachment what came with it or in place of text, else null
 * @param fileId of the file that came or goes with it, else null
 * @param file the same, where it was asked for
 */
public record Message(
        UUID id,
        UUID conversationId,
        String channel,
        boolean inbound,
        String text,
        String state,
        Instant at,
        boolean unread,
        long number,
        String caseNumber,
        String choice,
        Attachment attachment,
        UUID fileId,
        MediaFile file) {

    Message with(MediaFile found) {
        return new Message(
                id,
                conversationId,
                channel,
                inbound,
                text,
                state,
                at,
                unread,
                number,
                caseNumber,
                choice,
                attachment,
                fileId,
                found);
    }
}
