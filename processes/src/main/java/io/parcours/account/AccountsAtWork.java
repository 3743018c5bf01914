package io.parcours.account;

import io.parcours.account.AccountRepository.Stored;
import io.parcours.tenant.AtStart;
import io.parcours.tenant.TenantContext;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the accounts that were set up to work, when the routes stand and before the jobs begin to send. */
@Component
class AccountsAtWork extends AtStart {

    private static final Logger log = LoggerFactory.getLogger(AccountsAtWork.class);

    private final List<Accounts> accounts;
    private final AccountRepository repository;
    private final TransactionTemplate transaction;

    AccountsAtWork(List<Accounts> accounts, AccountRepository repository, TransactionTemplate transaction) {
        super(BEFORE_JOBS);
        this.accounts = accounts;
        this.repository = repository;
        this.transaction = transaction;
    }

    @Override
    protected void begin() {
        TenantContext.callAsSystem(() -> transaction.execute(status -> repository.all()))
                .forEach(this::open);
    }

    /** One that cannot be opened leaves the others alone: it shows as not at work. */
    private void open(Stored stored) {
        try {
            Accounts keeper = accounts.stream()
                    .filter(each -> each.isOurs(stored.channel()))
                    .findFirst()
                    .orElseThrow();
            keeper.kind(stored.channel()).open(keeper.values(stored));
        } catch (Seal.SealBroken | IllegalArgumentException wrong) {
            log.error("The account {} is not at work: {}", stored.place(), wrong.getMessage());
        }
    }
}
