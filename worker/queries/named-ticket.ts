/** How a desk names a ticket: one of them, or both. */
export interface NamedTicket {
	/** The external id that the ticket was made with. */
	deliveryId?: string | undefined;
	/** The desk's own number. */
	deskReference?: string | undefined;
}

/** The delivery `d` by which destination `?1` names a ticket (`?2` and `?3`); what is known decides which index finds it. */
export function namesTicket({ deliveryId }: NamedTicket): string {
	const both = "d.destination = ?1 AND d.note IS NULL";
	return deliveryId === undefined ? `${both} AND ?2 IS NULL AND d.desk_reference = ?3` : `${both} AND d.id = ?2 AND (?3 IS NULL OR d.desk_reference = ?3)`;
}
