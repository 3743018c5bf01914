package io.parcours.connector.web;

/** One tenant's account at a provider that is spoken with over HTTP. */
public interface WebAccount {

    String tenant();

    /** As contact points and messages name it and as the webhook's address ends; unique over all tenants. */
    String name();

    /** What the provider knows it by: no two accounts are the same one there. */
    String identity();

    /** Fit for a log. */
    String address();

    WebOptions web();
}
