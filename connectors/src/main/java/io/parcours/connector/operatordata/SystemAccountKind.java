package io.parcours.connector.operatordata;

import io.parcours.account.AccountField;
import io.parcours.account.AccountKind;
import io.parcours.account.AccountValues;
import io.parcours.account.WrongValue;
import io.parcours.conversation.Problem;
import io.parcours.tenant.TenantContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operators' databases and web services, as they are set up while the platform runs. */
final class SystemAccountKind implements AccountKind {

    private final ConnectedSystems systems;
    private final SystemMaker maker;
    private final SystemValues values;

    SystemAccountKind(ConnectedSystems systems, SystemMaker maker, SystemValues values) {
        this.systems = systems;
        this.maker = maker;
        this.values = values;
    }

    @Override
    public String channel() {
        return SYSTEM;
    }

    @Override
    public List<AccountField> fields() {
        List<String> files = TenantContext.current().map(maker.files()::names).orElse(List.of());
        return List.of(
                AccountField.required("url", "jdbc:postgresql://db.operator.example:5432/crm"),
                AccountField.optional("user", "parcours"),
                AccountField.optionalSecret("password"),
                AccountField.chosen("operations", files),
                AccountField.optional("concurrent", "4"),
                AccountField.optional("rate", "200"),
                AccountField.optional("headerName", "X-Api-Key"),
                AccountField.optionalSecret("headerValue"));
    }

    @Override
    public void open(AccountValues account) {
        OperatorConnection connection = values.connection(account);
        described(connection);
        systems.open(maker.setUp(connection));
    }

    @Override
    public void close(String tenant, String name) {
        systems.close(tenant, name);
    }

    @Override
    public Optional<Problem> test(AccountValues account) {
        OperatorConnection connection = values.connection(account);
        return SystemProbe.problem(connection, described(connection));
    }

    /** A password goes where it was meant for: whoever leads it elsewhere must know it. */
    @Override
    public boolean keepsSecrets(Map<String, String> before, Map<String, String> now) {
        try {
            SystemAddress old = SystemAddress.of(before.getOrDefault("url", "").strip());
            return SystemAddress.of(now.getOrDefault("url", "").strip()).sameServer(old);
        } catch (WrongValue noAddress) {
            return false;
        }
    }

    private Collection<Described> described(OperatorConnection connection) {
        String file = connection.operations();
        if (!maker.files().names(connection.tenant()).contains(file)) {
            throw wrong(Problem.of("account.systemOperations"));
        }
        try {
            boolean forDatabases = maker.files().sql(connection);
            if (connection.sql() && !forDatabases) {
                throw wrong(Problem.of("account.systemFileWeb"));
            }
            if (forDatabases && !connection.sql()) {
                throw wrong(Problem.of("account.systemFileSql"));
            }
            return maker.files().of(connection).values();
        } catch (WrongValue said) {
            throw said;
        } catch (IllegalArgumentException unfit) {
            throw wrong(Problem.of("account.systemFile", unfit.getMessage()));
        }
    }

    private static WrongValue wrong(Problem problem) {
        return new WrongValue("Not an operator's system: ", problem, "operations");
    }
}
