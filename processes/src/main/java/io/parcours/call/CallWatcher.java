package io.parcours.call;

import io.parcours.live.Changes;
import io.parcours.telephony.CallWatch;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Wakes the screens that show who is on the telephone. */
@Component
class CallWatcher implements CallWatch {

    private final CallRepository calls;
    private final CallNews news;
    private final Changes changes;

    CallWatcher(CallRepository calls, CallNews news, Changes changes) {
        this.calls = calls;
        this.news = news;
        this.changes = changes;
    }

    @Override
    public void callChanged(String tenant, String account, String address) {
        news.keep(tenant, () -> changes.touch(calls.topics(account, address)));
    }

    /** Every call of it is known no longer, or again. */
    @Override
    public void exchangeChanged(String tenant, String account) {
        news.keep(tenant, () -> {
            Set<String> topics = new LinkedHashSet<>(Set.of("calls"));
            calls.agentsAt(account).forEach(agent -> topics.add("calls/" + agent));
            changes.touch(topics);
        });
    }
}
