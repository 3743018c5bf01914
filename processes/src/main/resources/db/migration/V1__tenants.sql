-- Operators share this database and never see each other: each table is isolated as soon as it is made.
create extension if not exists unaccent;

grant usage on schema public to ${appRole}, ${systemRole};

-- The operator whose rows this transaction may see. After a commit a local setting reads '' rather than null.
create function parcours_tenant() returns text language sql stable parallel safe
    as $$ select nullif(current_setting('parcours.tenant', true), '') $$;

create procedure isolate(tbl regclass, tenant_column name default 'tenant_id') language plpgsql as $$
begin
    execute format('alter table %s enable row level security, force row level security', tbl);
    execute format('create policy tenant on %s to ${appRole} using (%I = parcours_tenant())', tbl, tenant_column);
    execute format('create policy system on %s to ${systemRole} using (true)', tbl);
    execute format('grant select, insert, update, delete on %s to ${appRole}, ${systemRole}', tbl);
end $$;

create table tenant (
    id       text primary key check (id ~ '^[a-z][a-z0-9-]{1,30}$'),
    name     text not null,
    accent   text not null check (accent ~ '^#[0-9a-f]{6}$'),
    region   char(2) not null,
    currency char(3) not null,
    zone     text not null,
    operator boolean not null default true
);
call isolate('tenant', 'id');

-- Which roles work a queue (corbeille); an operator may share them out in its own way.
create table queue (
    tenant_id text not null default parcours_tenant() references tenant,
    code      text not null,
    roles     text[] not null,
    primary key (tenant_id, code)
);
call isolate('queue');
