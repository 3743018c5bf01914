-- Up to which message somebody was there; who said something after it has not been seen to leave.
alter table conversation add column left_number bigint not null default 0;
