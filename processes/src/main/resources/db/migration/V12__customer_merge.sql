-- Two records of one person: the one that is left points to the one that is kept, and what moved is remembered for the undoing.
alter table customer add column merged_into uuid references customer;
create index customer_merged on customer (merged_into) where merged_into is not null;

create table customer_merge (
    id        uuid primary key default gen_random_uuid(),
    tenant_id text not null default parcours_tenant() references tenant,
    kept      uuid not null references customer,
    absorbed  uuid not null references customer,
    moved     jsonb not null,
    merged_by text not null,
    merged_at timestamptz not null,
    undone_by text,
    undone_at timestamptz
);
call isolate('customer_merge');
create index customer_merge_kept on customer_merge (kept) where undone_at is null;
