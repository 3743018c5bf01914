package io.parcours.connector.telephony;

import io.parcours.account.WrongValue;
import io.parcours.conversation.Problem;
import io.parcours.language.Language;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * One tenant's application at a telephone exchange (Asterisk).
 *
 * @param name as contact points and messages name it
 * @param url of the exchange's HTTP server, such as {@code http://pbx.example:8088}; what stands before {@code /ari}
 * @param application the name by which this node registers; no two nodes share one
 * @param trunk the endpoint by which calls leave, such as {@code PJSIP/trunk}, or how a number is dialled there, such as
 *     {@code PJSIP/trunk/sip:{number}@host:5060}; null where none do
 * @param number by which callers know the account, shown where it calls; null where there is none
 * @param region ISO country to which a caller's number without country code belongs
 * @param language {@code fr}, {@code en}, {@code fon} or {@code bba}: in which words and voice the account speaks where a message names none
 * @param mediaUrl where the exchange reaches this node, for prompts; what stands before {@code /media/voice}
 */
public record VoiceAccount(
        String tenant,
        String name,
        String url,
        String user,
        String password,
        String application,
        String trunk,
        String number,
        String region,
        String language,
        String mediaUrl,
        VoiceOptions options) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String ENDPOINT = "[A-Za-z0-9]{1,20}/[A-Za-z0-9._-]{1,60}";
    private static final String DIALLED = "/[A-Za-z0-9._:;=@+-]{0,60}\\{number}[A-Za-z0-9._:;=@+-]{0,200}";
    private static final Pattern TRUNK = Pattern.compile(ENDPOINT + "(" + DIALLED + ")?");
    private static final String NUMBER_THERE = "{number}";
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{2,20}");

    /** @throws IllegalArgumentException saying what is wrong, without repeating a secret */
    public VoiceAccount {
        require(present(tenant), Problem.of("account.tenant"));
        require(matches(NAME, name), Problem.of("account.voiceName"));
        url = address(url, Problem.of("account.exchange"));
        mediaUrl = address(mediaUrl, Problem.of("account.media"));
        require(present(user) && user.indexOf(':') < 0, Problem.of("account.ariUser"));
        require(present(password), Problem.of("account.ariPassword"));
        require(matches(NAME, application), Problem.of("account.application"));
        trunk = present(trunk) ? trunk.strip() : null;
        require(trunk == null || matches(TRUNK, trunk), Problem.of("account.trunk", NUMBER_THERE));
        number = present(number) ? number.strip() : null;
        require(number == null || matches(NUMBER, number), Problem.of("account.digits"));
        region = present(region) ? region.strip() : null;
        require(region == null || region.matches("[A-Z]{2}"), Problem.of("account.region"));
        language = present(language) ? language.strip() : "fr";
        require(Language.of(language).isPresent(), Problem.of("account.language"));
        options = options == null ? VoiceOptions.defaults() : options;
    }

    /** Without a trunk and a number, speaking French. */
    public static VoiceAccount of(
            String tenant, String name, String url, String user, String password, String application, String mediaUrl) {
        return new VoiceAccount(tenant, name, url, user, password, application, null, null, null, null, mediaUrl, null);
    }

    public VoiceAccount with(VoiceOptions chosen) {
        return new VoiceAccount(
                tenant, name, url, user, password, application, trunk, number, region, language, mediaUrl, chosen);
    }

    public VoiceAccount in(String otherRegion, String otherLanguage) {
        return new VoiceAccount(
                tenant,
                name,
                url,
                user,
                password,
                application,
                trunk,
                number,
                otherRegion,
                otherLanguage,
                mediaUrl,
                options);
    }

    public VoiceAccount calling(String by, String as) {
        return new VoiceAccount(
                tenant, name, url, user, password, application, by, as, region, language, mediaUrl, options);
    }

    /** How the trunk dials a number. @param digits with the country code, without a plus sign */
    String dialString(String digits) {
        if (trunk.contains(NUMBER_THERE)) {
            return trunk.replace(NUMBER_THERE, digits);
        }
        String[] parts = trunk.split("/", 2);
        return parts[0] + "/" + digits + "@" + parts[1];
    }

    /** The trunk's own name at the exchange, whatever is dialled there; null without a trunk. */
    String trunkEndpoint() {
        return trunk == null ? null : trunk.replaceFirst("^([^/]+/[^/]+)/.*", "$1");
    }

    /** Of two such accounts one would put the other out. */
    boolean sameApplication(VoiceAccount other) {
        return url.equals(other.url) && application.equals(other.application);
    }

    /** Fit for a log. */
    @Override
    public String toString() {
        return "VoiceAccount[" + tenant + "/" + name + " at " + url + ", " + application + "]";
    }

    private static String address(String url, Problem what) {
        require(present(url), Problem.of("account.urlMissing", what));
        try {
            URI uri = new URI(url.strip());
            require(
                    String.valueOf(uri.getScheme()).matches("(?i)https?") && uri.getHost() != null,
                    Problem.of("account.url", what));
            require(uri.getUserInfo() == null, Problem.of("account.urlLogin", what));
            require(uri.getQuery() == null && uri.getFragment() == null, Problem.of("account.urlEnd", what));
            return uri.toString().replaceFirst("/+$", "");
        } catch (URISyntaxException unreadable) {
            // The exception would repeat the address, and with it what somebody put there by mistake.
            throw wrong(Problem.of("account.urlEncoded", what));
        }
    }

    private static boolean present(String value) {
        return value != null && !value.isBlank();
    }

    private static boolean matches(Pattern pattern, String value) {
        return value != null && pattern.matcher(value).matches();
    }

    private static void require(boolean met, Problem otherwise) {
        if (!met) {
            throw wrong(otherwise);
        }
    }

    private static WrongValue wrong(Problem reason) {
        return new WrongValue("Not a voice account: ", reason);
    }
}
