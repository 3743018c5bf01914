-- What a person wrote may leave for longer than what a journey says, at its second try as well.
alter table message add column by_person boolean not null default false;
