-- What the operator's own systems were told by journeys and people: once for a key, and found again after a crash.
create table operator_act (
    tenant_id   text not null default parcours_tenant() references tenant,
    key         text not null,
    operation   text not null,
    case_number text,
    state       text not null,
    answer      jsonb,
    began_at    timestamptz not null,
    changed_at  timestamptz not null,
    primary key (tenant_id, key)
);
call isolate('operator_act');
create index operator_act_case on operator_act (tenant_id, case_number);
