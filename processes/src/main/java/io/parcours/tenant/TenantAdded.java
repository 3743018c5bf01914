package io.parcours.tenant;

/** An operator was taken on; published inside the transaction, in system mode. */
public record TenantAdded(Tenant tenant) {}
