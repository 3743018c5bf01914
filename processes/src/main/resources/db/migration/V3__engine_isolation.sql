-- The engine's own tables are shared by all operators too. The engine leaves TENANT_ID_ null more often than one expects
-- (byte arrays, comments, attachments), so a trigger names the tenant in force.
create function act_fill_tenant() returns trigger language plpgsql as $$
begin
    new.tenant_id_ := parcours_tenant();
    return new;
end $$;

do $$
declare t text;
begin
    for t in select c.table_name from information_schema.columns c
             where c.table_schema = 'public' and c.table_name like 'act\_%' and c.column_name = 'tenant_id_'
    loop
        call isolate(t::regclass, 'tenant_id_');
        if t not like 'act\_re\_%' then
            execute format('create trigger tenant before insert or update on %I for each row '
                || 'when (new.tenant_id_ is null) execute function act_fill_tenant()', t);
        end if;
    end loop;
end $$;

-- Journeys and decisions without a tenant are everybody's to read, and nobody's to change.
do $$
declare t text;
begin
    foreach t in array array['act_re_deployment', 'act_re_procdef', 'act_re_camformdef', 'act_re_decision_def',
                             'act_re_decision_req_def', 'act_re_case_def', 'act_ru_jobdef']
    loop
        execute format('create policy shared on %I for select to ${appRole} '
            || 'using (tenant_id_ is null and parcours_tenant() is not null)', t);
    end loop;
end $$;
create policy shared on act_ge_bytearray for select to ${appRole}
    using (tenant_id_ is null and deployment_id_ is not null and parcours_tenant() is not null);
create policy shared on act_ru_event_subscr for select to ${appRole}
    using (tenant_id_ is null and execution_id_ is null and parcours_tenant() is not null);
create policy shared on act_ru_identitylink for select to ${appRole}
    using (tenant_id_ is null and proc_def_id_ is not null and parcours_tenant() is not null);

-- An instance of a shared journey always belongs to somebody.
create policy owned on act_ru_execution as restrictive for insert to ${appRole}, ${systemRole}
    with check (tenant_id_ is not null);

-- What has no tenant column: settings of the engine for both roles, the rest out of the application's reach.
grant select, insert, update, delete on act_ge_property to ${appRole}, ${systemRole};
grant select on act_ge_schema_log, act_ru_authorization to ${appRole}, ${systemRole};
