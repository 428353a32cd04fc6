interface Known {
	complete: boolean;
	sample: boolean;
	/** Days of the week before whose deflections are known; none where the last is before the first. */
	known: { from: string; to: string };
	/** First day whose single searches are still kept. */
	zeroResultsFrom: string;
	from: string;
	/** The day of the first figures, where the week is before it. */
	firstCounted: string | null;
}

/** What a reader must know of a digest's figures. */
export function notesOf({ complete, sample, known, zeroResultsFrom, from, firstCounted }: Known): string[] {
	if (firstCounted !== null) return [`There are no figures of this week: the first are of ${firstCounted}.`, "Hand-overs are as they stand now."];
	return [
		...(sample ? ["These figures contain sample data: made-up events. Remove them with npm run sample -- remove."] : []),
		...(complete ? [] : ["The week is not over: it is compared with a whole one."]),
		...(zeroResultsFrom > from ? [`The words of searches are kept for a limited time: here they reach back to ${zeroResultsFrom}.`] : []),
		known.to < known.from
			? "Whether “this solved it” holds is known after seven days: of the week before, no day is known yet, so that there is no deflection."
			: `Whether “this solved it” holds is known after seven days: deflection is that of ${known.from} to ${known.to}.`,
		"Overdue reviews and hand-overs are as they stand now; all else is of the week.",
	];
}
