-- The database roles of Parcours, for PostgreSQL 15 to 17. It may be run again at any time.
--
-- The embedded database runs this by itself. On another PostgreSQL, a superuser runs it once in the database that
-- Parcours is to use, then gives the two logins their passwords:
--
--     createdb --encoding=UTF8 --template=template0 parcours
--     psql --dbname=parcours --file=roles.sql
--     psql --dbname=parcours --command='\password parcours_owner'
--     psql --dbname=parcours --command='\password parcours_app'
--
-- parcours_owner   migrates and owns the tables; row-level security is forced on them, so its migrations bypass it
-- parcours_app     runs the application: owns nothing, creates nothing, sees the rows of one operator at a time
-- parcours_system  what the application becomes, within a transaction, for work of no single operator

do $$
declare
    name text;
begin
    foreach name in array array['parcours_owner', 'parcours_app', 'parcours_system'] loop
        if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I', name);
        end if;
    end loop;
end
$$;

alter role parcours_owner login bypassrls nosuperuser nocreatedb nocreaterole;
alter role parcours_app login noinherit nobypassrls nosuperuser nocreatedb nocreaterole;
alter role parcours_system nologin nobypassrls nosuperuser nocreatedb nocreaterole;

grant parcours_system to parcours_app;

do $$
begin
    execute format('alter database %I owner to parcours_owner', current_database());
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to parcours_app', current_database());
end
$$;

revoke all on schema public from public;
grant usage, create on schema public to parcours_owner;
grant usage on schema public to parcours_app, parcours_system;
