package io.parcours.connector.telephony;

import io.parcours.account.AccountField;
import io.parcours.account.AccountKind;
import io.parcours.account.AccountValues;
import io.parcours.conversation.Problem;
import java.util.List;
import java.util.Optional;

/** Applications at telephone exchanges, as they are set up while the platform runs. */
final class VoiceAccountKind implements AccountKind {

    private static final List<AccountField> FIELDS = List.of(
            AccountField.required("exchange", "http://pbx.example:8088"),
            AccountField.required("ariUser", "parcours"),
            AccountField.secret("password"),
            AccountField.required("application", "parcours"),
            AccountField.optional("trunk", "PJSIP/trunk"),
            AccountField.optional("number", "22921300000"),
            AccountField.optional("region", "BJ"),
            AccountField.optional("language", "fr"),
            AccountField.required("mediaUrl", "http://parcours.example:8080"),
            AccountField.optional("firstKeySeconds", "7"),
            AccountField.optional("idleSeconds", "20"));

    private final VoiceLines lines;
    private final VoiceMeters meters;

    VoiceAccountKind(VoiceLines lines, VoiceMeters meters) {
        this.lines = lines;
        this.meters = meters;
    }

    @Override
    public String channel() {
        return VoiceChannel.NAME;
    }

    @Override
    public List<AccountField> fields() {
        return FIELDS;
    }

    @Override
    public void open(AccountValues values) {
        lines.open(account(values));
    }

    @Override
    public void close(String tenant, String name) {
        lines.close(tenant, name);
    }

    /** Asks who it is, whether it knows the user, the application and the trunk; no call is made and nobody is put out. */
    @Override
    public Optional<Problem> test(AccountValues values) {
        VoiceAccount account = account(values);
        Ari ari = new Ari(account, meters);
        AriAnswer info = ari.get("info", "/asterisk/info").join();
        if (!info.done()) {
            return Optional.of(said(info));
        }
        if (!atWork(account)
                && ari.get("application", "/applications/" + Ari.encoded(account.application()))
                        .join()
                        .done()) {
            return Optional.of(Problem.of("voice.taken", account.application()));
        }
        String trunk = account.trunkEndpoint();
        boolean noTrunk = trunk != null
                && ari.get("endpoint", "/endpoints/" + trunk).join().gone();
        return noTrunk ? Optional.of(Problem.of("voice.noTrunk", trunk)) : Optional.empty();
    }

    private boolean atWork(VoiceAccount account) {
        return lines.find(account.tenant(), account.name())
                .filter(board -> board.account().sameApplication(account))
                .isPresent();
    }

    private static Problem said(AriAnswer answer) {
        return switch (answer.status()) {
            case 0 -> Problem.of("voice.away");
            case 401, 403 -> Problem.of("voice.login");
            case 404 -> Problem.of("voice.noAri");
            default -> Problem.of("voice.answered", answer.toString());
        };
    }

    private static VoiceAccount account(AccountValues values) {
        VoiceOptions options = new VoiceOptions(
                null,
                null,
                null,
                null,
                null,
                values.seconds("firstKeySeconds"),
                null,
                values.seconds("idleSeconds"),
                null);
        return new VoiceAccount(
                values.tenant(),
                values.name(),
                values.get("exchange"),
                values.get("ariUser"),
                values.get("password"),
                values.get("application"),
                values.get("trunk"),
                values.get("number"),
                values.get("region"),
                values.get("language"),
                values.get("mediaUrl"),
                options);
    }
}
