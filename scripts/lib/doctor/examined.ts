/** One thing that was looked at. */
export interface Examined {
	/** Heading that it stands under. Example: `Secrets` */
	area: string;
	/** Its name. Example: `DESK_WEBHOOK_SECRET` */
	what: string;
	/** `ok`. `note`: works as it is, and somebody should know. `wrong`: something that was asked for does not work. */
	state: "ok" | "note" | "wrong";
	/** What was found, in a sentence. */
	found: string;
	/** What that costs; absent where all is well. */
	why?: string;
	/** What to do; absent where nothing is to be done. */
	todo?: string;
}

/** What is looked at under one heading. */
export type Examine = Omit<Examined, "area">;

/** Puts all under one heading. */
export function under(area: string, all: Examine[]): Examined[] {
	return all.map((one) => ({ area, ...one }));
}
