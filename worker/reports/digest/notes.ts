interface Known {
	complete: boolean;
	sample: boolean;
	/** The week whose deflections are known. */
	earlier: { from: string; to: string };
	/** First day whose single searches are still kept. */
	zeroResultsFrom: string;
	from: string;
}

/** What a reader must know of a digest's figures. */
export function notesOf({ complete, sample, earlier, zeroResultsFrom, from }: Known): string[] {
	return [
		...(sample ? ["These figures contain sample data: made-up events. Remove them with npm run sample -- remove."] : []),
		...(complete ? [] : ["The week is not over: it is compared with a whole one."]),
		...(zeroResultsFrom > from ? [`The words of searches are kept for a limited time: here they reach back to ${zeroResultsFrom}.`] : []),
		`Whether “this solved it” holds is known after seven days: deflection is that of ${earlier.from} to ${earlier.to}.`,
		"Overdue reviews and hand-overs are as they stand now; all else is of the week.",
	];
}
