package io.parcours.connector.simulator;

/**
 * A bot at the simulated Telegram.
 *
 * @param token the bot's number, a colon and its secret
 * @param userName what links to the bot hold
 * @param name what people see above the conversation
 */
public record TelegramSimAccount(String token, String userName, String name) {

    /** The bot's number. */
    public String botId() {
        return token.substring(0, token.indexOf(':'));
    }

    @Override
    public String toString() {
        return "TelegramSimAccount[" + botId() + ", " + userName + "]";
    }
}
