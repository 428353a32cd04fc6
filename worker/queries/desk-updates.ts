import type { DeskUpdate } from "#contract/desk-updates.ts";

const apply = `UPDATE tickets SET desk_status = ?4, desk_status_at = ?5, desk_public_reference = coalesce(?6, desk_public_reference)
	WHERE coalesce(desk_status_at, -1) < ?5 AND id = (SELECT d.ticket FROM deliveries d WHERE d.destination = ?1 AND d.note IS NULL
		AND (?2 IS NULL OR d.id = ?2) AND (?3 IS NULL OR d.desk_reference = ?3) LIMIT 1)`;

/**
 * Remembers how a ticket stands at its desk, unless something newer is known.
 *
 * @param at epoch milliseconds
 * @returns whether it changed anything
 */
export async function applyDeskUpdate(
	db: D1Database,
	destination: string,
	{ deliveryId, deskReference, status, publicReference }: Omit<DeskUpdate, "at">,
	at: number,
): Promise<boolean> {
	const { meta } = await db
		.prepare(apply)
		.bind(destination, deliveryId ?? null, deskReference ?? null, status, at, publicReference ?? null)
		.run();
	return meta.changes > 0;
}
