-- Who may sign in. The name is unique over the installation: a person signs in before anything is known of the operator.
create table app_user (
    id                   uuid primary key default gen_random_uuid(),
    tenant_id            text not null default parcours_tenant() references tenant,
    username             text not null unique check (username = lower(username) and username <> ''),
    display_name         text not null,
    password_hash        text not null,
    roles                text[] not null default '{}' check (roles <@ array['AGENT_N1', 'AGENT_N2', 'BACK_OFFICE',
                             'SUPERVISOR', 'ANALYST', 'TENANT_ADMIN', 'PLATFORM_ADMIN']),
    language             text not null default 'fr' check (language in ('fr', 'en')),
    enabled              boolean not null default true,
    must_change_password boolean not null default false,
    failed_attempts      int not null default 0,
    locked_until         timestamptz,
    created_at           timestamptz not null default now(),
    last_login_at        timestamptz,
    -- A platform administrator belongs to the platform, and nobody else does.
    check ((tenant_id = 'platform') = ('PLATFORM_ADMIN' = any (roles)))
);
call isolate('app_user');
create index app_user_tenant on app_user (tenant_id, display_name);

insert into tenant (id, name, accent, region, currency, zone, operator)
values ('platform', 'Parcours', '#1f4e79', 'BJ', 'XOF', 'UTC', false);
