-- The database of a simulated operator, as its own systems would have it. Nothing of it is part of the product.
create table if not exists customer (
    id text primary key, name text not null, segment text not null, since date not null);
create table if not exists offer (
    name text primary key, price numeric not null, data_mb bigint not null, voice_min bigint not null);
create table if not exists line (
    msisdn text primary key, customer_id text not null references customer, offer text not null references offer,
    status text not null, since date not null, balance numeric not null, balance_until date not null,
    puk text not null, iccid text not null);
create index if not exists line_customer on line (customer_id);
create table if not exists line_option (msisdn text references line, option_name text, price numeric, until date);
create index if not exists line_option_line on line_option (msisdn);
create table if not exists usage (
    msisdn text references line, at timestamptz not null, kind text not null, quantity bigint not null, cost numeric not null);
create index if not exists usage_line on usage (msisdn, at);
create table if not exists bill (
    id text primary key, customer_id text references customer, issued_on date not null, due_on date not null,
    amount numeric not null, paid numeric not null);
create index if not exists bill_customer on bill (customer_id, issued_on);
create table if not exists payment (customer_id text references customer, paid_at timestamptz, amount numeric, means text);
create index if not exists payment_customer on payment (customer_id, paid_at);
create table if not exists equipment (
    msisdn text primary key references line, model text not null, bought_on date not null, warranty_until date not null);
create sequence if not exists operator_order_number start with 5001;
create table if not exists operator_order (
    id text primary key default 'CMD-' || nextval('operator_order_number'), key text unique, msisdn text references line,
    kind text not null, detail text not null, status text not null default 'open',
    ordered_at timestamptz not null default now());
