package io.parcours.account;

import io.parcours.account.AccountRefused.Reason;
import io.parcours.account.AccountRepository.Stored;
import io.parcours.conversation.Problem;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.annotation.Transactional;

/** What the operator in force is connected with: set up, changed, tested and taken away. */
public abstract class Accounts {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    private final AccountRepository repository;
    private final Secrets secrets;
    private final Predicate<String> ours;
    private final Map<String, AccountKind> kinds = new LinkedHashMap<>();
    private final Clock clock;

    /** @param ours the channels of which accounts are kept here */
    Accounts(
            AccountRepository repository,
            Secrets secrets,
            List<AccountKind> kinds,
            Predicate<String> ours,
            Clock clock) {
        this.repository = repository;
        this.secrets = secrets;
        this.ours = ours;
        kinds.stream().filter(kind -> ours.test(kind.channel())).forEach(kind -> this.kinds.put(kind.channel(), kind));
        this.clock = clock;
    }

    /** The channels of which accounts can be set up here. */
    public Set<String> kinds() {
        return kinds.keySet();
    }

    public List<AccountField> fields(String channel) {
        return kind(channel).fields();
    }

    /** All of the operator's, those of the installation's configuration too. */
    public abstract List<AccountSetUp> all();

    /**
     * Keeps the account and puts it to work. A secret that was left empty stays as it is.
     *
     * @param values by the names of the kind's fields
     * @throws AccountRefused where it cannot be kept so; nothing has changed then
     */
    @Transactional
    public void save(String channel, String name, Map<String, String> values, String by) {
        AccountKind kind = kind(channel);
        Stored before = repository.find(channel, name).orElse(null);
        AccountValues account = account(kind, name, values, before);
        try {
            repository.save(sealed(kind, account), by, clock.instant());
        } catch (DataAccessException takenByAnother) {
            throw new AccountRefused(Reason.NAME, "Another account has this name");
        }
        try {
            kind.open(account);
        } catch (IllegalArgumentException wrong) {
            throw new AccountRefused(wrong);
        }
    }

    /**
     * Asks the provider about the account as it is given, whether or not it is kept already.
     *
     * @return what is wrong; empty where it works
     * @throws AccountRefused where it cannot even be asked
     */
    @Transactional(readOnly = true)
    public Optional<Problem> test(String channel, String name, Map<String, String> values) {
        AccountKind kind = kind(channel);
        Stored before = repository.find(channel, name).orElse(null);
        AccountValues account = account(kind, name, values, before);
        try {
            return kind.test(account);
        } catch (IllegalArgumentException wrong) {
            throw new AccountRefused(wrong);
        }
    }

    /** Takes it away; what waits for it waits until there is another. */
    @Transactional
    public void remove(String channel, String name) {
        AccountKind kind = kind(channel);
        if (repository.remove(channel, name)) {
            kind.close(TenantContext.required(), name);
        }
    }

    /** The stored values, secrets opened. @throws Seal.SealBroken where they cannot be */
    AccountValues values(Stored stored) {
        Map<String, String> values = new HashMap<>(stored.settings());
        values.putAll(secrets.open(stored.secrets(), stored.place()));
        return new AccountValues(stored.tenant(), stored.channel(), stored.name(), values);
    }

    AccountKind kind(String channel) {
        AccountKind kind = kinds.get(channel);
        if (kind == null) {
            throw new IllegalArgumentException("No accounts of the channel " + channel);
        }
        return kind;
    }

    private AccountValues account(AccountKind kind, String name, Map<String, String> given, Stored before) {
        if (!NAME.matcher(name).matches()) {
            throw new AccountRefused(Reason.NAME, "Lower-case letters, digits, dots and hyphens");
        }
        Map<String, String> kept = before == null ? Map.of() : kept(kind, before, given);
        Map<String, String> values = new LinkedHashMap<>();
        for (AccountField field : kind.fields()) {
            String value =
                    Optional.ofNullable(given.get(field.name())).orElse("").strip();
            if (value.isEmpty() && field.secret()) {
                value = kept.getOrDefault(field.name(), "");
            }
            if (!value.isEmpty()) {
                values.put(field.name(), value);
            } else if (field.required()) {
                throw new AccountRefused(Reason.MISSING, field.name());
            }
        }
        return new AccountValues(TenantContext.required(), kind.channel(), name, values);
    }

    /** Where they cannot be read any more, or would go to somebody else, they are to be given anew. */
    private Map<String, String> kept(AccountKind kind, Stored before, Map<String, String> given) {
        if (!kind.keepsSecrets(before.settings(), given)) {
            boolean allAnew = before.secrets().keySet().stream()
                    .noneMatch(secret -> given.getOrDefault(secret, "").isBlank());
            if (!allAnew) {
                throw new AccountRefused(new WrongValue(Problem.of("account.secretsAnew")));
            }
            return Map.of();
        }
        try {
            return secrets.open(before.secrets(), before.place());
        } catch (Seal.SealBroken unreadable) {
            return Map.of();
        }
    }

    /** Those of the operator in force that are kept here. */
    List<Stored> kept() {
        return repository.all().stream()
                .filter(stored -> isOurs(stored.channel()))
                .toList();
    }

    /** Whether accounts of that channel are kept here. */
    boolean isOurs(String channel) {
        return ours.test(channel);
    }

    private Stored sealed(AccountKind kind, AccountValues account) {
        Set<String> secret = kind.fields().stream()
                .filter(AccountField::secret)
                .map(AccountField::name)
                .collect(Collectors.toSet());
        Map<String, String> settings = new LinkedHashMap<>(account.values());
        Map<String, String> hidden = new LinkedHashMap<>(account.values());
        settings.keySet().removeAll(secret);
        hidden.keySet().retainAll(secret);
        Stored open = new Stored(account.tenant(), account.channel(), account.name(), settings, hidden);
        return new Stored(open.tenant(), open.channel(), open.name(), settings, secrets.close(hidden, open.place()));
    }
}
