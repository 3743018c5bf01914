create table customer (
    id                uuid primary key default gen_random_uuid(),
    tenant_id         text not null default parcours_tenant() references tenant,
    kind              text not null check (kind in ('prospect', 'customer')),
    first_name        text,
    last_name         text,
    birth_date        date,
    segment           text check (segment in ('GOLD', 'SILVER', 'STANDARD', 'BUSINESS')),
    language          text not null default 'fr' check (language in ('fr', 'en')),
    since             date,
    payer_quality     text check (payer_quality in ('GOOD', 'AVERAGE', 'POOR')),
    balance           numeric(14, 2),
    preferred_channel text not null default 'sms',
    created_at        timestamptz not null default now()
);
call isolate('customer');
create index customer_name on customer (tenant_id, lower(last_name), lower(first_name));

create table contact_point (
    tenant_id   text not null default parcours_tenant() references tenant,
    channel     text not null,
    address     text not null,
    customer_id uuid not null references customer on delete cascade,
    primary key (tenant_id, channel, address)
);
call isolate('contact_point');
create index contact_point_customer on contact_point (customer_id);

create table line (
    tenant_id   text not null default parcours_tenant() references tenant,
    msisdn      text not null,
    customer_id uuid not null references customer on delete cascade,
    offer       text not null,
    status      text not null check (status in ('active', 'suspended')),
    since       date not null,
    primary key (tenant_id, msisdn)
);
call isolate('line');
create index line_customer on line (customer_id);
