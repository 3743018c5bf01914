-- Files that subscribers send and agents enclose. What is to be fetched is a row of the transaction of its message. What a
-- person here added has their name in place of a channel.
create table media_file (
    id         uuid primary key default gen_random_uuid(),
    tenant_id  text not null default parcours_tenant() references tenant,
    channel    text,
    account    text,
    media_id   text,
    added_by   text,
    state      text not null check (state in ('waiting', 'kept', 'refused', 'failed')),
    reason     text,
    attempts   int not null default 0,
    name       text,
    told_type  text,
    type       text,
    size       bigint,
    sha256     bytea,
    created_at timestamptz not null,
    changed_at timestamptz not null
);
call isolate('media_file');
create index media_file_kept on media_file (tenant_id) include (size) where state = 'kept';

-- The octets, in pieces that are read and written one at a time. Files are compressed already; PostgreSQL need not try.
create table media_chunk (
    tenant_id text not null default parcours_tenant() references tenant,
    file_id   uuid not null references media_file on delete cascade,
    number    int not null,
    octets    bytea not null,
    primary key (file_id, number)
);
call isolate('media_chunk');
alter table media_chunk alter column octets set storage external;

-- A file may leave with several messages: each channel that is tried has one of its own.
alter table message add column file_id uuid references media_file;
create index message_file on message (file_id) where file_id is not null;
