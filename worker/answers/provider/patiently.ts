import { ProviderFailure } from "./provider.ts";

/** How long a reader waits, in milliseconds. */
export interface Patience {
	/** For the first piece. */
	first: number;
	/** For all of it. */
	whole: number;
}

/**
 * Pieces of a stream for as long as somebody waits for them. What is started gets a signal that ends it, and is left alone if it does not
 * listen.
 *
 * @param gone the reader is gone
 * @throws ProviderFailure `late`, and what the stream throws
 */
export async function* patiently(
	start: (signal: AbortSignal) => AsyncIterable<string>,
	{ first, whole }: Patience,
	gone?: AbortSignal,
): AsyncGenerator<string> {
	if (gone?.aborted) throw new ProviderFailure("late");
	const control = new AbortController();
	const end = () => control.abort();
	const ended = new Promise<never>((_, reject) => control.signal.addEventListener("abort", () => reject(new ProviderFailure("late"))));
	ended.catch(() => undefined);
	const late = setTimeout(end, whole);
	const silent = setTimeout(end, first);
	gone?.addEventListener("abort", end);
	const pieces = start(control.signal)[Symbol.asyncIterator]();
	try {
		for (;;) {
			const next = await Promise.race([pieces.next(), ended]);
			clearTimeout(silent);
			if (next.done) return;
			yield next.value;
		}
	} finally {
		clearTimeout(late);
		clearTimeout(silent);
		gone?.removeEventListener("abort", end);
		end();
		pieces.return?.().catch(() => undefined);
	}
}
