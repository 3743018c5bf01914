package io.parcours.connector.telephony;

import io.parcours.prompt.RecordedPrompts;
import io.parcours.prompt.Recording;
import io.parcours.tenant.TenantContext;
import java.util.Collection;
import java.util.List;

/** From the database, as the operator whose call it is. */
final class StoredRecordings implements Recorded {

    private final RecordedPrompts prompts;

    StoredRecordings(RecordedPrompts prompts) {
        this.prompts = prompts;
    }

    @Override
    public List<Recording> of(String tenant, Collection<String> codes) {
        return TenantContext.call(tenant, () -> prompts.recorded(codes));
    }

    @Override
    public byte[] audio(String tenant, Recording recording) {
        return TenantContext.call(tenant, () -> prompts.audio(recording.code(), recording.language()))
                .orElse(null);
    }
}
