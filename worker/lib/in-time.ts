/** A body of JSON or of a plain form is small: one that takes longer is no slow connection. In milliseconds. */
export const bodyMs = 60_000;

/** The same for files: 10 MB by a slow phone take minutes. In milliseconds. */
export const filesMs = 15 * 60_000;

/**
 * Waits for work, but not for ever: whoever sends a byte now and then must not keep a request, and what it holds, open, and a database that says
 * nothing must not keep a look at it waiting. The work itself goes on; whoever calls ends it.
 *
 * @throws what `late` makes, when the time is over
 */
export async function inTime<Result>(work: Promise<Result>, ms: number, late: () => Error): Promise<Result> {
	let timer: ReturnType<typeof setTimeout> | null = null;
	const over = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(late()), ms);
	});
	try {
		return await Promise.race([work, over]);
	} finally {
		clearTimeout(timer);
	}
}
