-- The accounts by which an operator speaks with the outside, as its administrators set them up. Secrets are encrypted by the
-- application; names are parts of webhooks' addresses, and so unique over all operators.
create table channel_account (
    tenant_id  text not null default parcours_tenant() references tenant,
    channel    text not null,
    name       text not null,
    settings   jsonb not null,
    secrets    jsonb not null,
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (channel, name)
);
call isolate('channel_account');
