-- What was not sent because the customer may not be contacted so: few among all facts, and looked for by the newest.
create index fact_contact_refused on fact (tenant_id, at desc) where kind = 'contactRefused';
