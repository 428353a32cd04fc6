import { failuresToOpen, firstOpenMs, longestOpenMs } from "../handoff/circuit.ts";

/** How a destination does. */
export interface DestinationHealth {
	destination: string;
	/** `open`: left in peace until `openUntil`. `probing`: one delivery at a time tries whether it is back. */
	circuit: "closed" | "open" | "probing";
	openUntil: number | null;
	/** In a row. */
	failures: number;
	lastError: string | null;
	lastSuccessAt: number | null;
	pending: number;
	dead: number;
}

// A desk that does well is not worth a write for each ticket.
const success = `INSERT INTO destination_health (destination, last_success_at) SELECT destination, ?2 FROM deliveries WHERE id = ?1 ON CONFLICT (destination) DO UPDATE
	SET failures = 0, opened_at = NULL, open_until = 0, probes = 0, probe_owner = NULL, probe_until = 0, last_success_at = ?2
	WHERE failures > 0 OR opened_at IS NOT NULL OR last_success_at IS NULL OR last_success_at < ?2 - 60000`;

/** The desk of a delivery answered, were it by a refusal: its circuit closes. A statement, to be part of a transaction. */
export function recordAnswer(db: D1Database, delivery: string, now: number): D1PreparedStatement {
	return db.prepare(success).bind(delivery, now);
}

// Attempts that were under way when the circuit opened do not keep it open for longer; only a probe that failed does.
const failure = `INSERT INTO destination_health (destination, failures, last_error, last_failure_at) VALUES (?1, 1, ?3, ?2) ON CONFLICT (destination) DO UPDATE SET
	failures = failures + 1, last_error = ?3, last_failure_at = ?2,
	open_until = CASE WHEN probe_owner = ?4 THEN ?2 + min(${longestOpenMs}, ${firstOpenMs} << min(probes + 1, 10))
		WHEN opened_at IS NULL AND failures + 1 >= ${failuresToOpen} THEN ?2 + ${firstOpenMs} ELSE open_until END,
	opened_at = CASE WHEN opened_at IS NULL AND failures + 1 >= ${failuresToOpen} THEN ?2 ELSE opened_at END,
	probes = probes + (probe_owner IS NOT NULL AND probe_owner = ?4),
	probe_until = CASE WHEN probe_owner = ?4 THEN 0 ELSE probe_until END,
	probe_owner = CASE WHEN probe_owner = ?4 THEN NULL ELSE probe_owner END`;

/** The desk could not take a delivery. After some in a row its circuit opens; a probe that failed keeps it open for longer. */
export async function recordFailure(db: D1Database, destination: string, owner: string, now: number, reason: string): Promise<void> {
	await db.prepare(failure).bind(destination, now, reason, owner).run();
}

/** Nothing was tried: the probe is free for the next. */
export async function releaseProbe(db: D1Database, destination: string, owner: string): Promise<void> {
	await db
		.prepare("UPDATE destination_health SET probe_owner = NULL, probe_until = 0 WHERE destination = ?1 AND probe_owner = ?2")
		.bind(destination, owner)
		.run();
}

/** How each destination does that was tried since this was counted, or that something waits for. */
export async function destinationStates(db: D1Database, now: number): Promise<DestinationHealth[]> {
	const { results } = await db
		.prepare(
			`SELECT names.destination, (SELECT count(*) FROM deliveries d WHERE d.state = 'pending' AND d.destination = names.destination) AS pending,
			(SELECT count(*) FROM deliveries d WHERE d.state = 'dead' AND d.destination = names.destination) AS dead,
			h.opened_at, h.open_until, coalesce(h.failures, 0) AS failures, h.last_error, h.last_success_at
			FROM (SELECT destination FROM destination_health UNION SELECT destination FROM deliveries WHERE state = 'pending'
				UNION SELECT destination FROM deliveries WHERE state = 'dead') AS names
			LEFT JOIN destination_health h ON h.destination = names.destination ORDER BY names.destination`,
		)
		.all<{
			destination: string;
			pending: number;
			dead: number;
			opened_at: number | null;
			open_until: number | null;
			failures: number;
			last_error: string | null;
			last_success_at: number | null;
		}>();
	return results.map(({ destination, pending, dead, opened_at, open_until, failures, last_error, last_success_at }) => ({
		destination,
		circuit: opened_at === null ? "closed" : (open_until ?? 0) > now ? "open" : "probing",
		openUntil: opened_at === null ? null : open_until,
		failures,
		lastError: failures > 0 ? last_error : null,
		lastSuccessAt: last_success_at,
		pending,
		dead,
	}));
}
