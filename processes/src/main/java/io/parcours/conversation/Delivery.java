package io.parcours.conversation;

import java.util.List;

/**
 * The provider has taken the message.
 *
 * @param providerIds the ids by which receipts will name it, one for each part that it was cut into
 */
public record Delivery(List<String> providerIds) {

    public Delivery {
        providerIds = List.copyOf(providerIds);
    }
}
