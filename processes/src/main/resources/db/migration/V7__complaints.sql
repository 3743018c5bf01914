create text search configuration parcours_fr (copy = french);
alter text search configuration parcours_fr alter mapping for hword, hword_part, word with unaccent, french_stem;
create text search configuration parcours_en (copy = english);
alter text search configuration parcours_en alter mapping for hword, hword_part, word with unaccent, english_stem;

create table complaint (
    tenant_id   text not null default parcours_tenant() references tenant,
    case_number text not null,
    customer_id uuid not null references customer,
    motive      text,
    type        text,
    description text not null default '',
    amount      numeric(14, 2),
    status      text not null check (status in ('OPEN', 'IN_PROGRESS', 'PROCESSED', 'CLOSED_WITHOUT_SOLUTION')),
    priority    int,
    queue       text,
    due_at      timestamptz,
    opened_at   timestamptz not null default now(),
    closed_at   timestamptz,
    reopened    boolean not null default false,
    resolution  text,
    search      tsvector generated always as (
        to_tsvector('parcours_fr', description || ' ' || coalesce(resolution, ''))
        || to_tsvector('parcours_en', description || ' ' || coalesce(resolution, ''))) stored,
    primary key (tenant_id, case_number)
);
call isolate('complaint');
create index complaint_search on complaint using gin (search);
create index complaint_customer on complaint (customer_id, opened_at);

create table goodwill_gesture (
    tenant_id   text not null default parcours_tenant() references tenant,
    case_number text not null,
    customer_id uuid not null references customer,
    amount      numeric(14, 2) not null check (amount > 0),
    granted_by  text not null,
    approved_by text,
    granted_at  timestamptz not null default now(),
    primary key (tenant_id, case_number, granted_at)
);
call isolate('goodwill_gesture');
create index goodwill_gesture_customer on goodwill_gesture (customer_id, granted_at);
