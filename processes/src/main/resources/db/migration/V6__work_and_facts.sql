-- The queues (corbeilles). Kept in step with the engine's user tasks, in the engine's transaction.
create table work_item (
    task_id     text primary key,
    tenant_id   text not null default parcours_tenant() references tenant,
    queue       text not null,
    journey     text not null,
    task_key    text not null,
    case_number text not null,
    priority    int not null,
    due_at      timestamptz,
    created_at  timestamptz not null,
    assignee    text,
    claimed_at  timestamptz
);
call isolate('work_item');
-- One index scan a queue finds the next item, and a page of the list, however long the queue.
create index work_item_next on work_item (tenant_id, queue, priority, created_at) where assignee is null;
create index work_item_page on work_item (tenant_id, queue, priority, created_at);
create index work_item_assignee on work_item (tenant_id, assignee) where assignee is not null;
create index work_item_case on work_item (tenant_id, case_number);

-- What happened: written by the engine's tracing and by the features, read by timelines and reports.
create table fact (
    id          bigint generated always as identity,
    tenant_id   text not null default parcours_tenant(),
    at          timestamptz not null,
    kind        text not null,
    case_number text,
    customer_id uuid,
    journey     text,
    version     int,
    activity    text,
    name        text,
    actor       text,
    detail      jsonb
) partition by range (at);
call isolate('fact');
create index fact_customer on fact (customer_id, at);
create index fact_case on fact (tenant_id, case_number, at);

-- Months are added ahead of time; the default partition catches what a clock far off would write.
create table fact_other partition of fact default;
alter table fact_other enable row level security, force row level security;

-- A month begins in UTC, whatever zone the node that asks lives in.
create procedure add_fact_month(month date) language plpgsql security definer
    set search_path = public set timezone = 'UTC' as $$
declare name text := 'fact_' || to_char(month, 'YYYY_MM');
begin
    if to_regclass(name) is null then
        execute format('create table %I partition of fact for values from (%L) to (%L)', name,
            date_trunc('month', month), date_trunc('month', month) + interval '1 month');
        execute format('alter table %I enable row level security, force row level security', name);
    end if;
exception when check_violation then
    raise warning 'The facts of % stay in the catch-all partition, which holds some already', name;
end $$;
revoke all on procedure add_fact_month from public;
grant execute on procedure add_fact_month to ${systemRole};
