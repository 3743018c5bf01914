-- What a person encloses goes with the case's next reply.
alter table journey_case add column enclosure_id uuid references media_file;

-- Addresses by which a subscriber may have a file without signing in, for a while. Of each only a digest is kept.
create table media_link (
    tenant_id text not null default parcours_tenant() references tenant,
    digest    bytea primary key,
    file_id   uuid not null references media_file on delete cascade,
    until     timestamptz not null
);
call isolate('media_link');
create index media_link_until on media_link (until);
