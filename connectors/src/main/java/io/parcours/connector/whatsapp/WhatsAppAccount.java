package io.parcours.connector.whatsapp;

import io.parcours.connector.web.AccountCheck;
import io.parcours.connector.web.MetaAccount;
import io.parcours.connector.web.WebOptions;
import io.parcours.conversation.Problem;
import java.util.regex.Pattern;

/**
 * One tenant's business number at WhatsApp.
 *
 * @param name as contact points and messages name it and as the webhook's address ends; unique over all tenants
 * @param url what stands before the version in the Graph API's addresses; Meta's where blank
 * @param apiVersion such as {@code v23.0}, which is taken where blank
 * @param phoneNumberId Meta's id of the number, not the number itself
 * @param businessAccountId Meta's id of the business account that has the number's templates; null where they are not asked for
 * @param token the access token by which messages are sent
 * @param appSecret by which Meta signs what it sends us
 * @param verifyToken by which Meta, at the handshake, shows that it knows this account
 */
public record WhatsAppAccount(
        String tenant,
        String name,
        String url,
        String apiVersion,
        String phoneNumberId,
        String businessAccountId,
        String token,
        String appSecret,
        String verifyToken,
        WhatsAppOptions options)
        implements MetaAccount {

    private static final String META = "https://graph.facebook.com";
    private static final String VERSION = "v23.0";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final AccountCheck CHECK = new AccountCheck("WhatsApp");

    /** @throws IllegalArgumentException saying what is wrong, without repeating a secret */
    public WhatsAppAccount {
        CHECK.owner(tenant, name);
        url = CHECK.url(url, META);
        apiVersion = CHECK.version(apiVersion, VERSION);
        CHECK.require(AccountCheck.matches(ID, phoneNumberId), Problem.of("account.phoneNumberId"));
        businessAccountId = AccountCheck.present(businessAccountId) ? businessAccountId.strip() : null;
        CHECK.require(
                businessAccountId == null || AccountCheck.matches(ID, businessAccountId),
                Problem.of("account.businessAccountId"));
        CHECK.secrets(token, appSecret, verifyToken);
        options = options == null ? WhatsAppOptions.defaults() : options;
    }

    /** Meta's own address and version, and the options' defaults. */
    public static WhatsAppAccount of(
            String tenant, String name, String phoneNumberId, String token, String appSecret, String verifyToken) {
        return new WhatsAppAccount(tenant, name, null, null, phoneNumberId, null, token, appSecret, verifyToken, null);
    }

    public WhatsAppAccount at(String otherUrl) {
        return changed(otherUrl, businessAccountId, options);
    }

    public WhatsAppAccount with(WhatsAppOptions chosen) {
        return changed(url, businessAccountId, chosen);
    }

    /** The same, with the business account that is asked for templates. */
    public WhatsAppAccount in(String otherBusinessAccountId) {
        return changed(url, otherBusinessAccountId, options);
    }

    private WhatsAppAccount changed(String otherUrl, String otherBusiness, WhatsAppOptions chosen) {
        return new WhatsAppAccount(
                tenant,
                name,
                otherUrl,
                apiVersion,
                phoneNumberId,
                otherBusiness,
                token,
                appSecret,
                verifyToken,
                chosen);
    }

    boolean knowsItsTemplates() {
        return businessAccountId != null;
    }

    /** Where the business account's templates are asked for. */
    String templates() {
        return url + "/" + apiVersion + "/" + businessAccountId + "/message_templates";
    }

    @Override
    public String identity() {
        return phoneNumberId;
    }

    @Override
    public WebOptions web() {
        return options.web();
    }

    /** The number in the Graph API, fit for a log. */
    @Override
    public String address() {
        return url + "/" + apiVersion + "/" + phoneNumberId;
    }

    @Override
    public String toString() {
        return "WhatsAppAccount[" + tenant + "/" + name + " at " + address() + "]";
    }
}
