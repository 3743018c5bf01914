package io.parcours.wording;

import io.parcours.conversation.Preview;
import java.util.Optional;

/**
 * A text on one channel.
 *
 * @param preview empty where the channel would not take it
 * @param refusal the channel's own word for why not, such as {@code text-too-long}; null where it would
 */
public record ChannelPreview(String channel, Optional<Preview> preview, String refusal) {}
