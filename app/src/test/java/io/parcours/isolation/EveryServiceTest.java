package io.parcours.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.isolation.Belongings.Id;
import io.parcours.security.DemoUser;
import io.parcours.security.ParcoursUser;
import io.parcours.security.Role;
import io.parcours.tenant.TenantContext;
import io.parcours.ui.ScreenTest;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every public method of every service, called by somebody of one operator, with every right there, for what belongs to
 * another: it answers nothing, and changes none of the other's rows. A service made tomorrow joins by itself.
 */
@ScreenTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryServiceTest {

    /** An id this short, or one that others have too, may rightly be found. */
    private static final int LONG_ENOUGH = 8;

    @Autowired
    ApplicationContext context;

    @Autowired
    Theirs theirs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Fingerprint fingerprint;
    private Collection<String> asked;
    private Collection<String> recognised;

    @BeforeAll
    void theNeighbourHasMovedIn() {
        fingerprint = new Fingerprint(jdbc, theirs.tables());
        asked = theirs.ids().stream()
                .filter(id -> id.alone() && id.value().length() >= LONG_ENOUGH)
                .collect(Collectors.toMap(Id::kind, Id::value, (newer, older) -> newer))
                .values();
        asked = new LinkedHashSet<>(asked);
        asked.addAll(theirs.house().ids());
        asked.addAll(Neighbour.House.WORDS);
        recognised = new LinkedHashSet<>(theirs.words());
        recognised.addAll(theirs.house().ids());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void nothingComesBackAndNothingChanges(Operation operation) {
        SecurityContextHolder.setContext(new SecurityContextImpl(eve()));
        Set<List<Object>> calls = asked.stream()
                .map(id -> operation.arguments(id, theirs.house()))
                .flatMap(Optional::stream)
                .map(Arrays::asList)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        assertThat(calls).as("calls").isNotEmpty();
        calls.forEach(arguments -> {
            if (TenantContext.call(DemoUser.AWA.tenant(), () -> call(operation, arguments, false))) {
                TenantContext.call(DemoUser.AWA.tenant(), () -> call(operation, arguments, true));
            }
        });
    }

    /** Whatever role a service asks for, she has it. */
    private static Authentication eve() {
        Set<Role> roles = EnumSet.complementOf(EnumSet.of(Role.PLATFORM_ADMIN));
        ParcoursUser eve = new ParcoursUser(DemoUser.AWA.tenant(), "eve@sahel", "Eve", roles, "fr", false);
        return UsernamePasswordAuthenticationToken.authenticated(eve, null, eve.getAuthorities());
    }

    List<Operation> operations() {
        return Operation.of(context);
    }

    /**
     * Leaves no trace. At this isolation level only what the call itself does is seen.
     *
     * @return whether rows were written, whosesoever
     */
    private boolean call(Operation operation, List<Object> arguments, boolean compared) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            status.setRollbackOnly();
            Map<String, String> before = compared ? fingerprint.taken() : Map.of();
            Optional<Object> answer = answer(operation, arguments);
            if (answer.isEmpty()) {
                return false;
            }
            theirs.absentFrom(operation.toString(), answer.get().toString(), recognised, arguments.toString());
            if (operation.readsOnly()) {
                assertThat(answer.get()).as("%s%s", operation, arguments).isIn(Operation.NOTHING);
            }
            if (compared) {
                assertThat(fingerprint.taken()).as("%s%s", operation, arguments).isEqualTo(before);
            }
            return fingerprint.written();
        }));
    }

    /** Empty where the call was refused, and with it all that it did. */
    private static Optional<Object> answer(Operation operation, List<Object> arguments) {
        try {
            return Optional.of(operation.answer(arguments));
        } catch (InvocationTargetException refused) {
            assertThat(refused.getCause()).isInstanceOf(RuntimeException.class);
            return Optional.empty();
        }
    }
}
