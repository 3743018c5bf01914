-- What a data migration of a later release looks like: it changes rows of every operator.
update customer set segment = 'SILVER' where last_name = 'Migrée';
