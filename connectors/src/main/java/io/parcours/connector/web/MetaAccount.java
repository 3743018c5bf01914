package io.parcours.connector.web;

/** An account whose webhooks Meta signs. */
public interface MetaAccount extends WebAccount {

    /** By which Meta signs what it sends us. */
    String appSecret();

    /** By which Meta, at the handshake, shows that it knows this account. */
    String verifyToken();
}
