/** What is read of an event in a trace of Chromium. Times are in microseconds. */
export interface TraceEvent {
	name: string;
	ph: string;
	pid: number;
	tid: number;
	/** Processor time that the thread itself took. */
	tdur?: number;
	args?: { name?: string };
}

/**
 * Processor time of the tasks on the main thread that took a keyboard's events, in ms, the longest first. Unlike the clock it does
 * not count what other programs did meanwhile. Empty where the trace holds no key.
 */
export function mainThreadTasks(events: TraceEvent[]): number[] {
	const place = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
	const mains = new Set(events.flatMap((event) => (event.name === "thread_name" && event.args?.name === "CrRendererMain" ? [place(event)] : [])));
	const typedIn = events.find((event) => event.name === "EventDispatch" && mains.has(place(event)));
	if (!typedIn) return [];
	return events
		.flatMap((event) => (event.name.endsWith("RunTask") && event.ph === "X" && place(event) === place(typedIn) ? [(event.tdur ?? 0) / 1000] : []))
		.sort((one, other) => other - one);
}
