package io.parcours.telephony;

/** Told by the exchange's side of what screens may show; returns at once. */
public interface CallWatch {

    /** A subscriber's call began, was given to somebody, or ended. */
    void callChanged(String tenant, String account, String address);

    /** The account's exchange is reached again, or is not any more. */
    void exchangeChanged(String tenant, String account);
}
