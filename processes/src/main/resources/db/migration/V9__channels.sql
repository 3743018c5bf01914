-- What channels with buttons, files, templates and limits need.
alter table message
    add column choices    text[] not null default '{}',
    add column choice     text,
    add column attachment jsonb,
    add column template   jsonb,
    add column place_at   timestamptz,
    add column instead_of uuid;

-- One rising number for all messages: a customer's messages keep their order across conversations.
create sequence message_number;
select setval('message_number', (select coalesce(max(number), 0) + 1 from message));
grant usage on sequence message_number to ${appRole}, ${systemRole};
alter table message alter column number set default nextval('message_number');
alter table conversation drop column last_number;
create index message_unread_case on message (tenant_id, case_number, number) where unread;

-- What would help where a receipt calls a message undeliverable.
alter table early_receipt add column refusal text;

-- What providers told and nothing acts on, with the reason; forgotten after a month.
create table provider_notice (
    id        bigint generated always as identity primary key,
    tenant_id text not null default parcours_tenant() references tenant,
    channel   text not null,
    account   text not null,
    reason    text not null,
    payload   text not null,
    at        timestamptz not null
);
call isolate('provider_notice');
create index provider_notice_at on provider_notice (at);

-- One text to many customers. Its messages are rows like any other; one job of the engine drains them.
create table broadcast (
    id         uuid primary key default gen_random_uuid(),
    tenant_id  text not null default parcours_tenant() references tenant,
    code       text not null,
    channel    text not null,
    account    text not null,
    created_at timestamptz not null,
    done_at    timestamptz
);
call isolate('broadcast');
alter table message add column broadcast_id uuid references broadcast;
create index message_broadcast on message (broadcast_id, number) where broadcast_id is not null;

-- Case numbers come from a sequence for each operator and year: nobody waits for anybody's commit, and nobody needs a second
-- connection while holding one. The first case of a year makes the sequence; it goes on where the blocks of before ended.
create function next_case_number(year int) returns bigint language plpgsql security definer set search_path = public as $$
declare
    tenant text := parcours_tenant();
    numbers text := 'case_number_' || replace(tenant, '-', '_') || '_' || year;
begin
    if tenant is null then
        raise exception 'No tenant is in force';
    end if;
    if to_regclass(numbers) is null then
        perform pg_advisory_xact_lock(hashtextextended(numbers, 0));
        if to_regclass(numbers) is null then
            execute format('create sequence %I start with %s', numbers, (
                select coalesce(max(c.last), 0) + 1 from case_number c
                where c.tenant_id = tenant and c.year = next_case_number.year));
        end if;
    end if;
    return nextval(numbers);
end $$;
revoke all on function next_case_number from public;
grant execute on function next_case_number to ${appRole};
