package io.parcours.connector.simulator;

import java.time.Instant;

/**
 * One exchange of the simulated Telegram with the platform.
 *
 * @param what the method of the Bot API, or {@code update} where Telegram brings one
 * @param toPlatform whether Telegram began it
 * @param account the bot's number; empty where a request named none that exists
 * @param subscriber their id; empty where nobody is concerned
 * @param messageId Telegram's; empty where there is none
 * @param status of HTTP; {@link WireEvent#NO_ANSWER} stands for no answer at all
 */
public record TelegramEvent(
        Instant at,
        String what,
        boolean toPlatform,
        String account,
        String subscriber,
        String messageId,
        int status,
        String detail)
        implements WireEvent {

    @Override
    public boolean succeeded() {
        return status / 100 == 2;
    }
}
