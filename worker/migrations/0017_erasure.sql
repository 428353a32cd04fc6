-- When a ticket was erased because somebody asked for it. Its row stays for the counts, without anything of the person.
-- Deliveries that no desk had by then have the state `erased`; they are never tried again.
ALTER TABLE tickets ADD COLUMN erased_at INTEGER;
CREATE INDEX tickets_erased ON tickets (erased_at) WHERE erased_at IS NOT NULL;
