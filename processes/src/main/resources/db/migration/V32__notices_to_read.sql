-- Notices are read on a screen: why nothing acts on one is a code with details, who wrote a mail and what about stands beside it,
-- and those that hold a subscriber's words wait until somebody has read them. Rows of before hold a sentence as their code.
alter table provider_notice
    add column kind    text not null default 'NEWS' check (kind in ('NEWS', 'WORDS')),
    add column details jsonb not null default '[]',
    add column sender  text,
    add column subject text,
    add column read_at timestamptz,
    add column read_by text;
update provider_notice set kind = 'WORDS'
where reason like 'mail of more than % MB' or reason like 'more than % mails of one sender in an hour'
   or reason in ('mail that cannot be read', 'mail without a sender');
create index provider_notice_latest on provider_notice (tenant_id, at desc, id desc);
create index provider_notice_account on provider_notice (tenant_id, channel, account);
create index provider_notice_to_read on provider_notice (tenant_id, at desc, id desc) where kind = 'WORDS' and read_at is null;
