-- A message that names the one which it answers is that case's, and no other's that shares the conversation.
alter table message add column meant boolean not null default false;
