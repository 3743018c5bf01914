-- Where each agent is called: an endpoint of the exchange, or a telephone number in E.164.
create table agent_place (
    tenant_id  text not null default parcours_tenant() references tenant,
    username   text not null,
    place      text not null check (place ~ '^(\+[1-9][0-9]{6,14}|(PJSIP|SIP)/[A-Za-z0-9._-]{1,60})$'),
    changed_at timestamptz not null,
    primary key (tenant_id, username)
);
call isolate('agent_place');

-- Calls of agents with customers, whoever called whom. The legs' keys are chosen before anybody is called, so that what the
-- exchange tells finds its row; a leg that was replaced by a transfer finds none any more.
create table agent_call (
    id           uuid primary key,
    tenant_id    text not null default parcours_tenant() references tenant,
    account      text not null,
    inbound      boolean not null,
    customer_id  uuid not null references customer on delete cascade,
    case_number  text,
    number       text not null,
    purpose      text not null,
    call         text,
    agent        text,
    place        text not null,
    leg          uuid not null,
    leg_call     text,
    state        text not null check (state in ('AGENT_RINGS', 'DIALLED', 'RINGING', 'TALKING')),
    consulted    text,
    consult_at   text,
    consult_leg  uuid,
    consult_call text,
    consult_up   boolean not null default false,
    recording    text,
    began_at     timestamptz not null,
    dialled_at   timestamptz,
    talking_at   timestamptz,
    ended_at     timestamptz,
    outcome      text
);
call isolate('agent_call');
-- An agent has one call at a time, and a caller one agent: what is pressed twice is done once.
create unique index agent_call_agent on agent_call (tenant_id, agent) where ended_at is null;
create unique index agent_call_caller on agent_call (tenant_id, call) where ended_at is null;
create index agent_call_open on agent_call (tenant_id, began_at) where ended_at is null;
create index agent_call_customer on agent_call (customer_id, began_at);
create index agent_call_case on agent_call (tenant_id, case_number) where ended_at is null;

-- Supervisors who take part in a call.
create table call_supervision (
    id         uuid primary key,
    tenant_id  text not null default parcours_tenant() references tenant,
    call_id    uuid not null references agent_call on delete cascade,
    supervisor text not null,
    how        text not null check (how in ('LISTEN', 'WHISPER', 'BARGE')),
    leg_call   text,
    up         boolean not null default false,
    began_at   timestamptz not null,
    ended_at   timestamptz
);
call isolate('call_supervision');
create unique index call_supervision_one on call_supervision (tenant_id, supervisor) where ended_at is null;
create index call_supervision_call on call_supervision (call_id);
