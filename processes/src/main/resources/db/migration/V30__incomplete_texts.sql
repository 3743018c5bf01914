-- Found each minute: texts of which a part is missing.
create index message_part_incomplete on message_part (received_at) where not assembled;
