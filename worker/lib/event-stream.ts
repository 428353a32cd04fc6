const headers = { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store", "x-accel-buffering": "no" };

/** Whether a client asked for server-sent events by name: `*` alone is content with less. */
export function wantsEvents(accept: string | undefined): boolean {
	return /(?:^|[\s,])text\/event-stream(?=\s*(?:[;,]|$))/i.test(accept ?? "");
}

/**
 * Things as server-sent events, each as one `data:` line of JSON, made as fast as they are read.
 *
 * @param start begins to make them; the signal says that the reader is gone
 */
export function eventStream<Thing>(start: (gone: AbortSignal) => AsyncGenerator<Thing>): Response {
	const reader = new AbortController();
	const things = start(reader.signal);
	const encoder = new TextEncoder();
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			const next = await things.next();
			if (reader.signal.aborted) return;
			if (next.done) controller.close();
			else controller.enqueue(encoder.encode(`data: ${JSON.stringify(next.value)}\n\n`));
		},
		async cancel() {
			reader.abort();
			await things.return(undefined);
		},
	});
	return new Response(body, { headers });
}
