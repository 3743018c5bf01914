-- An operator's own words in place of the shipped ones, a row a version: the newest counts. One without text goes back to what is
-- shipped. Two who save the same version at once meet at the key, and the second is told.
create table text_version (
    tenant_id  text not null default parcours_tenant() references tenant,
    code       text not null,
    language   text not null,
    version    int not null check (version > 0),
    text       text,
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (tenant_id, code, language, version)
);
call isolate('text_version');
