-- What customers agreed to and refused, for a purpose on a channel; '*' is every channel, 'all' every purpose.
create table contact_consent (
    tenant_id   text not null default parcours_tenant() references tenant,
    customer_id uuid not null references customer on delete cascade,
    channel     text not null,
    purpose     text not null check (purpose in ('all', 'marketing', 'survey', 'collection')),
    granted     boolean not null,
    source      text not null check (source in ('subscriber', 'agent', 'import')),
    at          timestamptz not null,
    primary key (customer_id, channel, purpose)
);
call isolate('contact_consent');

-- Why a message leaves: what is said of a customer's own case is service, all else counts as contact pressure.
alter table message add column purpose text not null default 'service';
create index message_contact on message (conversation_id, at) where not inbound and purpose <> 'service';
