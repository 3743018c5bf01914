package io.parcours.connector.messenger;

import io.parcours.connector.web.AccountCheck;
import io.parcours.connector.web.MetaAccount;
import io.parcours.connector.web.WebOptions;
import io.parcours.conversation.Problem;
import java.util.regex.Pattern;

/**
 * One tenant's page at Messenger.
 *
 * @param name as contact points and messages name it and as the webhook's address ends; unique over all tenants
 * @param url what stands before the version in the Graph API's addresses; Meta's where blank
 * @param apiVersion such as {@code v23.0}, which is taken where blank
 * @param pageId Meta's id of the page
 * @param token the page access token by which messages are sent
 * @param appSecret by which Meta signs what it sends us, and we our invitations
 * @param verifyToken by which Meta, at the handshake, shows that it knows this account
 */
public record MessengerAccount(
        String tenant,
        String name,
        String url,
        String apiVersion,
        String pageId,
        String token,
        String appSecret,
        String verifyToken,
        MessengerOptions options)
        implements MetaAccount {

    private static final String META = "https://graph.facebook.com";
    private static final String LINK = "https://m.me/";
    private static final String VERSION = "v23.0";
    private static final Pattern ID = Pattern.compile("[0-9]{1,64}");
    private static final AccountCheck CHECK = new AccountCheck("Messenger");

    /** @throws IllegalArgumentException saying what is wrong, without repeating a secret */
    public MessengerAccount {
        CHECK.owner(tenant, name);
        url = CHECK.url(url, META);
        apiVersion = CHECK.version(apiVersion, VERSION);
        CHECK.require(AccountCheck.matches(ID, pageId), Problem.of("account.pageId"));
        CHECK.secrets(token, appSecret, verifyToken);
        options = options == null ? MessengerOptions.defaults() : options;
    }

    /** Meta's own address and version, and the options' defaults. */
    public static MessengerAccount of(
            String tenant, String name, String pageId, String token, String appSecret, String verifyToken) {
        return new MessengerAccount(tenant, name, null, null, pageId, token, appSecret, verifyToken, null);
    }

    public MessengerAccount at(String otherUrl) {
        return new MessengerAccount(tenant, name, otherUrl, apiVersion, pageId, token, appSecret, verifyToken, options);
    }

    public MessengerAccount with(MessengerOptions chosen) {
        return new MessengerAccount(tenant, name, url, apiVersion, pageId, token, appSecret, verifyToken, chosen);
    }

    @Override
    public String identity() {
        return pageId;
    }

    @Override
    public WebOptions web() {
        return options.web();
    }

    /** The page in the Graph API, fit for a log. */
    @Override
    public String address() {
        return url + "/" + apiVersion + "/" + pageId;
    }

    /** Where people come to the page's conversation: its name, where it has one, looks better in an SMS than its id. */
    String link(String reference) {
        String page = options.pageName().isEmpty() ? pageId : options.pageName();
        return LINK + page + "?ref=" + reference;
    }

    @Override
    public String toString() {
        return "MessengerAccount[" + tenant + "/" + name + " at " + address() + "]";
    }
}
