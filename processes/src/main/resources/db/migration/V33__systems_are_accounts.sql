-- Operators' own systems are set up as accounts are. Their names end no webhook's address, so that each operator has its own.
alter table channel_account drop constraint channel_account_pkey;
alter table channel_account add primary key (tenant_id, channel, name);
create unique index channel_account_address on channel_account (channel, name) where channel <> 'system';
