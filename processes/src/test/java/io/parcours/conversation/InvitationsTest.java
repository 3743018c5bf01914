package io.parcours.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.tenant.TenantContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvitationsTest {

    private static final UUID CUSTOMER = UUID.randomUUID();
    private final Invitations invitations = new Invitations(List.of(new Page()));

    @Test
    void theChannelMakesTheLinkForTheOperatorInForce() {
        assertThat(link("demo", "messenger")).contains("https://page/demo/" + CUSTOMER);
    }

    @Test
    void anOperatorWithoutAPageHasABlankLink() {
        assertThat(link("littoral", "messenger")).contains("");
    }

    @Test
    void aNameThatIsNoChannelsIsSomethingElse() {
        assertThat(link("demo", "payment")).isEmpty();
    }

    private Optional<String> link(String tenant, String channel) {
        return TenantContext.call(tenant, () -> invitations.link(channel, CUSTOMER));
    }

    /** A channel that people come to. */
    private static final class Page implements Channel {

        @Override
        public String name() {
            return "messenger";
        }

        @Override
        public Optional<String> account(String tenant) {
            return Optional.of(tenant);
        }

        @Override
        public Optional<String> invitation(String tenant, UUID customer) {
            return tenant.equals("demo") ? Optional.of("https://page/demo/" + customer) : Optional.empty();
        }

        @Override
        public Delivery send(OutboundMessage message) {
            throw new UnsupportedOperationException();
        }
    }
}
