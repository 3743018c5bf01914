package io.parcours.connector.telegram;

import io.parcours.connector.web.AccountCheck;
import io.parcours.connector.web.WebAccount;
import io.parcours.connector.web.WebOptions;
import io.parcours.conversation.Problem;
import java.util.regex.Pattern;

/**
 * One tenant's bot at Telegram.
 *
 * @param name as contact points and messages name it and as the webhook's address ends; unique over all tenants
 * @param url what stands before {@code /bot<token>} in the Bot API's addresses; Telegram's where blank
 * @param token which is the bot's id, a colon and its secret. Whoever has it is the bot
 * @param secretToken by which Telegram, at each webhook, shows that it is Telegram; may be blank where updates are fetched
 * @param botName the bot's user name, without {@code @}: what links to it are made of
 * @param polling whether updates are fetched; else Telegram brings them to the webhook
 */
public record TelegramAccount(
        String tenant,
        String name,
        String url,
        String token,
        String secretToken,
        String botName,
        boolean polling,
        TelegramOptions options)
        implements WebAccount {

    private static final String TELEGRAM = "https://api.telegram.org";
    private static final String LINK = "https://t.me/";
    private static final Pattern TOKEN = Pattern.compile("[0-9]{1,20}:[A-Za-z0-9_-]{10,200}");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final Pattern BOT = Pattern.compile("[A-Za-z][A-Za-z0-9_]{4,31}");
    private static final AccountCheck CHECK = new AccountCheck("Telegram");

    /** @throws IllegalArgumentException saying what is wrong, without repeating a secret */
    public TelegramAccount {
        CHECK.owner(tenant, name);
        url = CHECK.url(url, TELEGRAM);
        CHECK.require(AccountCheck.matches(TOKEN, token), Problem.of("account.botToken"));
        secretToken = secretToken == null ? "" : secretToken;
        CHECK.require(polling || !secretToken.isEmpty(), Problem.of("account.secretToken"));
        CHECK.require(
                secretToken.isEmpty() || AccountCheck.matches(SECRET, secretToken),
                Problem.of("account.secretTokenForm"));
        botName = botName == null ? "" : botName.strip().replaceFirst("^@", "");
        CHECK.require(AccountCheck.matches(BOT, botName), Problem.of("account.botName"));
        options = options == null ? TelegramOptions.defaults() : options;
    }

    /** Telegram's own address and the options' defaults; Telegram brings the updates. */
    public static TelegramAccount of(String tenant, String name, String token, String secretToken, String botName) {
        return new TelegramAccount(tenant, name, null, token, secretToken, botName, false, null);
    }

    public TelegramAccount at(String otherUrl) {
        return new TelegramAccount(tenant, name, otherUrl, token, secretToken, botName, polling, options);
    }

    public TelegramAccount with(TelegramOptions chosen) {
        return new TelegramAccount(tenant, name, url, token, secretToken, botName, polling, chosen);
    }

    /** The same, which fetches its updates. */
    public TelegramAccount fetching() {
        return new TelegramAccount(tenant, name, url, token, secretToken, botName, true, options);
    }

    /** The bot's number, with which its token begins and which is no secret. */
    @Override
    public String identity() {
        return token.substring(0, token.indexOf(':'));
    }

    @Override
    public WebOptions web() {
        return options.web();
    }

    /** The bot at the Bot API, fit for a log: the true address ends with the token. */
    @Override
    public String address() {
        return url + "/bot" + identity();
    }

    /** Where people come to the bot's conversation. */
    String link(String reference) {
        return LINK + botName + "?start=" + reference;
    }

    @Override
    public String toString() {
        return "TelegramAccount[" + tenant + "/" + name + " at " + address() + "]";
    }
}
