-- What the customer did on the status page after the ticket was sent: `note`, `closed`, `reopened`. The text goes with the ticket's.
CREATE TABLE ticket_notes (
	id TEXT PRIMARY KEY,
	ticket TEXT NOT NULL REFERENCES tickets (id),
	idempotency_key TEXT NOT NULL UNIQUE,
	kind TEXT NOT NULL,
	text TEXT NOT NULL,
	created_at INTEGER NOT NULL
);
CREATE INDEX ticket_notes_by_ticket ON ticket_notes (ticket, created_at);

-- Without a note a delivery carries the ticket itself.
ALTER TABLE deliveries ADD COLUMN note TEXT REFERENCES ticket_notes (id);
ALTER TABLE deliveries ADD COLUMN died_at INTEGER;
-- When a person had it sent again; its 72 hours begin anew.
ALTER TABLE deliveries ADD COLUMN replayed_at INTEGER;
UPDATE deliveries SET died_at = created_at WHERE state = 'dead';
DROP INDEX deliveries_due;
CREATE INDEX deliveries_due ON deliveries (destination, next_attempt_at) WHERE state = 'pending';
CREATE INDEX deliveries_dead ON deliveries (destination, died_at) WHERE state = 'dead';
CREATE INDEX deliveries_held ON deliveries (lease_owner) WHERE lease_owner IS NOT NULL;
CREATE INDEX deliveries_at_desk ON deliveries (destination, desk_reference) WHERE desk_reference IS NOT NULL;

-- The circuit breaker of each destination. `opened_at` is null while it is closed; `failures` counts those in a row.
CREATE TABLE destination_health (
	destination TEXT PRIMARY KEY,
	failures INTEGER NOT NULL DEFAULT 0,
	opened_at INTEGER,
	open_until INTEGER NOT NULL DEFAULT 0,
	-- Probes that failed since it opened.
	probes INTEGER NOT NULL DEFAULT 0,
	probe_owner TEXT,
	probe_until INTEGER NOT NULL DEFAULT 0,
	last_error TEXT,
	last_failure_at INTEGER,
	last_success_at INTEGER
) WITHOUT ROWID;

-- How the ticket stands at the desk, as the desk itself says: `open`, `waiting` (for the customer), `solved`, `closed`.
ALTER TABLE tickets ADD COLUMN desk_status TEXT;
ALTER TABLE tickets ADD COLUMN desk_status_at INTEGER;
ALTER TABLE tickets ADD COLUMN desk_public_reference TEXT;
