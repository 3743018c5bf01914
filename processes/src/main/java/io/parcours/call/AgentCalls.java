package io.parcours.call;

import io.parcours.call.CallRefused.Reason;
import io.parcours.customer.Customer;
import io.parcours.customer.Customers;
import io.parcours.telephony.CallRequest;
import io.parcours.telephony.OnLine;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls between agents and customers: who has which, and how one begins. What happens inside one is {@link CallDesk}'s. */
@Component
public class AgentCalls {

    private static final Duration RINGS = Duration.ofSeconds(45);

    private final CallRepository calls;
    private final AgentPlaces places;
    private final CallExchanges exchanges;
    private final CallPermit permit;
    private final CallKeeper keeper;
    private final CallTrace trace;
    private final Customers customers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AgentCalls(
            CallRepository calls,
            AgentPlaces places,
            CallExchanges exchanges,
            CallPermit permit,
            CallKeeper keeper,
            CallTrace trace,
            Customers customers,
            TransactionTemplate transaction,
            Clock clock) {
        this.calls = calls;
        this.places = places;
        this.exchanges = exchanges;
        this.permit = permit;
        this.keeper = keeper;
        this.trace = trace;
        this.customers = customers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The call in which the agent is. */
    @Transactional(readOnly = true)
    public Optional<AgentCall> ofAgent(String agent) {
        return calls.ofAgent(agent, exchanges.problems());
    }

    /** Also one that is over. */
    @Transactional(readOnly = true)
    public Optional<AgentCall> find(UUID callId) {
        return calls.shown(callId, exchanges.problems());
    }

    /** The call in which the customer is with an agent. */
    @Transactional(readOnly = true)
    public Optional<AgentCall> ofCustomer(UUID customerId) {
        return calls.ofCustomer(customerId, exchanges.problems());
    }

    /** All of the operator's that go on, the oldest first. */
    @Transactional(readOnly = true)
    public List<AgentCall> underWay() {
        return calls.underWay(exchanges.problems());
    }

    /** The customer's own call, where they are on the telephone and no agent has them. */
    @Transactional(readOnly = true)
    public Optional<OnLine> waiting(UUID customerId) {
        return caller(customerId).map(Caller::line);
    }

    /** The numbers by which a customer can be called, in E.164; the first is the one to take. */
    public static List<String> numbers(Customer customer) {
        Stream<String> points = customer.contactPoints().stream().map(point -> point.address());
        Stream<String> lines = customer.lines().stream().map(line -> line.msisdn());
        return Stream.concat(points, lines)
                .filter(number -> number.matches("\\+[1-9]\\d{6,14}"))
                .distinct()
                .toList();
    }

    /**
     * Calls the agent, then the customer.
     *
     * @param caseNumber about which; null where about none
     * @param number one of the customer's
     * @return the id of the call
     * @throws CallRefused saying why there is no call
     */
    public UUID call(String by, UUID customerId, String caseNumber, String number, String purpose) {
        String place = placeOf(by);
        checkTheirs(customerId, caseNumber, number);
        String account = exchanges.outgoing();
        permit.ask(by, customerId, caseNumber, purpose);
        CallRow row = row(account, false, customerId, caseNumber, number, purpose, null, by, place);
        begin(row, "callBegun", Map.of("purpose", purpose));
        String tenant = TenantContext.required();
        String call = started(row, () -> exchanges
                .telephony()
                .dial(
                        new CallRequest(tenant, account, number, RINGS, false),
                        place,
                        keeper.agentSide(tenant, row.id(), row.leg(), true),
                        keeper.customerSide(tenant, row.id())));
        transaction.executeWithoutResult(status -> calls.known(row.id(), call, null));
        return row.id();
    }

    /**
     * Gives the agent a customer who called and is on the telephone.
     *
     * @param caseNumber that is on the agent's screen; null where none is
     * @return the id of the call
     * @throws CallRefused saying why there is no call
     */
    public UUID take(String by, UUID customerId, String caseNumber) {
        String place = placeOf(by);
        checkTheirs(customerId, caseNumber, null);
        Caller caller =
                transaction.execute(status -> caller(customerId).orElseThrow(() -> new CallRefused(Reason.OVER)));
        exchanges.mustWork(caller.account());
        String call = caller.line().call();
        CallRow row = row(caller.account(), true, customerId, caseNumber, caller.address(), "service", call, by, place);
        begin(row, "callTaken", Map.of());
        String tenant = TenantContext.required();
        String leg = started(row, () -> exchanges
                .telephony()
                .connect(
                        tenant,
                        row.account(),
                        call,
                        place,
                        keeper.agentSide(tenant, row.id(), row.leg(), false),
                        keeper.callerSide(tenant, row.id())));
        transaction.executeWithoutResult(status -> calls.known(row.id(), null, leg));
        return row.id();
    }

    private record Caller(String account, String address, OnLine line) {}

    private Optional<Caller> caller(UUID customerId) {
        String tenant = TenantContext.required();
        return calls.threads(customerId).stream()
                .flatMap(thread -> exchanges
                        .telephony()
                        .onLine(tenant, thread[0], thread[1])
                        .filter(line -> !line.withAgent())
                        .map(line -> new Caller(thread[0], thread[1], line))
                        .stream())
                .findFirst();
    }

    private String placeOf(String by) {
        return transaction.execute(status -> places.of(by).orElseThrow(() -> new CallRefused(Reason.NO_PLACE)));
    }

    private void checkTheirs(UUID customerId, String caseNumber, String number) {
        boolean theirs = Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Customer> customer = customers.find(customerId);
            return customer.isPresent()
                    && (number == null || numbers(customer.get()).contains(number))
                    && (caseNumber == null || calls.hasCase(customer.get().id(), caseNumber));
        }));
        if (!theirs) {
            throw new CallRefused(Reason.UNKNOWN);
        }
    }

    private CallRow row(
            String account,
            boolean inbound,
            UUID customerId,
            String caseNumber,
            String number,
            String purpose,
            String call,
            String agent,
            String place) {
        return new CallRow(
                UUID.randomUUID(),
                account,
                inbound,
                customerId,
                caseNumber,
                number,
                purpose,
                call,
                agent,
                place,
                UUID.randomUUID(),
                null,
                CallState.AGENT_RINGS,
                null,
                null,
                null,
                null,
                false,
                null,
                clock.instant(),
                null);
    }

    /** Written before anybody is called: what is pressed twice, or in two tabs, begins once. */
    private void begin(CallRow row, String fact, Map<String, Object> detail) {
        try {
            transaction.executeWithoutResult(status -> {
                calls.insert(row);
                trace.note(fact, row, row.agent(), detail);
            });
        } catch (DuplicateKeyException already) {
            boolean caller = String.valueOf(already.getMessage()).contains("agent_call_caller");
            throw new CallRefused(caller ? Reason.TAKEN : Reason.BUSY);
        }
    }

    private String started(CallRow row, Supplier<String> command) {
        try {
            return exchanges.command(row.account(), command);
        } catch (CallRefused refused) {
            transaction.executeWithoutResult(
                    status -> calls.lock(row.id()).ifPresent(call -> keeper.end(call, "OUR_SIDE")));
            throw refused;
        }
    }
}
