package io.parcours.conversation;

import io.parcours.tenant.TenantContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Links by which customers come to channels that cannot be opened by a telephone number. */
@Component
class Invitations {

    private final List<Channel> channels;

    Invitations(List<Channel> channels) {
        this.channels = List.copyOf(channels);
    }

    /** The text by which people are invited to a channel. */
    static String code(String channel) {
        return "channel." + channel + ".invitation";
    }

    /** @return empty where there is no channel of this name; a blank link where the operator in force has no account there */
    Optional<String> link(String channel, UUID customer) {
        return channels.stream()
                .filter(each -> each.name().equals(channel))
                .findFirst()
                .map(each -> each.invitation(TenantContext.required(), customer).orElse(""));
    }
}
