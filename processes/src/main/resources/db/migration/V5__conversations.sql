-- Case numbers are handed out in blocks, so that two journeys never wait for each other's commit.
create table case_number (
    tenant_id text not null default parcours_tenant() references tenant,
    year      int not null,
    last      bigint not null,
    primary key (tenant_id, year)
);
call isolate('case_number');

-- One row a journey: whose it is, and by which conversation it speaks.
create table journey_case (
    tenant_id       text not null default parcours_tenant() references tenant,
    case_number     text not null,
    journey         text not null,
    customer_id     uuid references customer,
    conversation_id uuid,
    opened_at       timestamptz not null default now(),
    closed_at       timestamptz,
    primary key (tenant_id, case_number)
);
call isolate('journey_case');
create index journey_case_customer on journey_case (customer_id);
create index journey_case_open on journey_case (conversation_id) where closed_at is null;

create table conversation (
    id          uuid primary key default gen_random_uuid(),
    tenant_id   text not null default parcours_tenant() references tenant,
    customer_id uuid not null references customer,
    channel     text not null,
    account     text not null,
    address     text not null,
    case_number text,
    last_number bigint not null default 0,
    opened_at   timestamptz not null default now(),
    unique (tenant_id, channel, account, address)
);
call isolate('conversation');
create index conversation_case on conversation (tenant_id, case_number) where case_number is not null;
create index conversation_customer on conversation (customer_id);

create table message (
    id              uuid primary key default gen_random_uuid(),
    tenant_id       text not null default parcours_tenant() references tenant,
    conversation_id uuid not null references conversation on delete cascade,
    number          bigint not null,
    inbound         boolean not null,
    channel         text not null,
    external_id     text,
    send_key        text,
    case_number     text,
    code            text,
    text            text not null,
    options         text[] not null default '{}',
    state           text not null check (state in ('received', 'queued', 'sending', 'sent', 'delivered', 'read',
                                                   'failed', 'undeliverable', 'unknown')),
    unread          boolean not null default false,
    attempts        int not null default 0,
    error           text,
    at              timestamptz not null default now(),
    state_at        timestamptz not null default now(),
    unique (conversation_id, number)
);
call isolate('message');
create unique index message_copy on message (tenant_id, channel, external_id) where inbound;
create unique index message_send on message (tenant_id, send_key) where not inbound;
create index message_unread on message (conversation_id, number) where unread;
create index message_case on message (tenant_id, case_number);
create index message_unknown on message (tenant_id) where state = 'unknown';
create index message_leaving on message (tenant_id) where state in ('queued', 'sending');

-- The ids under which a provider's receipts name a message; and receipts that came before their message was known as sent.
create table message_provider_id (
    tenant_id   text not null default parcours_tenant() references tenant,
    channel     text not null,
    account     text not null,
    provider_id text not null,
    message_id  uuid not null references message on delete cascade,
    state       text,
    primary key (tenant_id, channel, account, provider_id)
);
call isolate('message_provider_id');
create index message_provider_id_message on message_provider_id (message_id);

create table early_receipt (
    tenant_id   text not null default parcours_tenant() references tenant,
    channel     text not null,
    account     text not null,
    provider_id text not null,
    state       text not null,
    error       text,
    received_at timestamptz not null default now(),
    primary key (tenant_id, channel, account, provider_id, state)
);
call isolate('early_receipt');

-- Parts of long texts, until the last one is here and a while longer: a part may be delivered again.
create table message_part (
    tenant_id   text not null default parcours_tenant() references tenant,
    channel     text not null,
    account     text not null,
    address     text not null,
    reference   text not null,
    total       int not null,
    number      int not null,
    external_id text not null,
    text        text not null,
    assembled   boolean not null default false,
    received_at timestamptz not null,
    primary key (tenant_id, channel, account, address, reference, total, number)
);
call isolate('message_part');
