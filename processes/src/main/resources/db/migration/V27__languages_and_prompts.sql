-- A customer's language is null until somebody said it: French is what is spoken meanwhile, not what is known.
alter table customer drop constraint customer_language_check;
alter table customer alter column language drop not null, alter column language drop default;
alter table customer add constraint customer_language_check check (language in ('fr', 'en', 'fon', 'bba'));
-- Until now strangers had the default.
update customer set language = null where kind = 'prospect';

-- Whether the preferred channel was chosen; else it is the one that the customer came by last.
alter table customer add column channel_chosen boolean not null default false;

-- What is played in a call in place of a voice, WAV: 16 bit, 8 kHz, one channel. One that was removed is kept for a day.
create table voice_prompt (
    tenant_id   text not null default parcours_tenant() references tenant,
    code        text not null check (code ~ '^[A-Za-z0-9._-]{1,100}$'),
    language    text not null check (language in ('fr', 'en', 'fon', 'bba')),
    audio       bytea not null check (octet_length(audio) <= 2000000),
    digest      text not null,
    millis      int not null check (millis > 0),
    recorded_by text not null,
    recorded_at timestamptz not null,
    removed_at  timestamptz,
    primary key (tenant_id, code, language)
);
call isolate('voice_prompt');
