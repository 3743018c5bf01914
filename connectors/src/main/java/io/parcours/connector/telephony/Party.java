package io.parcours.connector.telephony;

import com.fasterxml.jackson.databind.JsonNode;

/** Who takes part in a call by one channel of the exchange. All of these are called one after the other, never at once. */
interface Party {

    /** Something happened to the channel; type is the event's name. */
    void on(String type, JsonNode event);

    /** The connection to the exchange was lost and is back: the channel is alive, and what happened meanwhile is not known. */
    void stillThere(JsonNode channel);

    /** The channel is no longer there, and there will be no more events. */
    void gone();

    /** Another account takes the channel over, and is told what was left unsaid. */
    default void handedOver() {
        gone();
    }
}
