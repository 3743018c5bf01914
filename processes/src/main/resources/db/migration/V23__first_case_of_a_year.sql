-- Two first cases of a year at one moment: whoever waited for the other one's sequence may still not see it by its name, since
-- an advisory lock brings no news of tables. Making it "if not exists" does: it locks the schema first.
create or replace function next_case_number(year int) returns bigint language plpgsql security definer set search_path = public as $$
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
            execute format('create sequence if not exists %I start with %s', numbers, (
                select coalesce(max(c.last), 0) + 1 from case_number c
                where c.tenant_id = tenant and c.year = next_case_number.year));
        end if;
    end if;
    return nextval(numbers);
end $$;
