-- By which a customer of the base says who they are, on whatever channel.
alter table customer add column account_number text check (account_number ~ '^[0-9]{4,20}$');
create unique index customer_account_number on customer (tenant_id, account_number) where account_number is not null;
