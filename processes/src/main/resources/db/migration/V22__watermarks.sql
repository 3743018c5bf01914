-- Until when everything said there was delivered, and was read, where the provider tells it by a moment.
alter table conversation
    add column delivered_until timestamptz,
    add column read_until      timestamptz;
