import { median } from "../lib/percentile.ts";

/** A node of V8's CPU profile. */
interface ProfileNode {
	id: number;
	callFrame: { functionName: string; url: string; lineNumber: number };
	children?: number[];
}

/** As V8 writes it. */
export interface CpuProfile {
	nodes: ProfileNode[];
	samples: number[];
	/** Microseconds since the sample before. */
	timeDeltas: number[];
}

/** What a profile says. */
export interface CpuTime {
	/** Milliseconds in which the isolate worked. */
	busy: number;
	/** Functions that took longest by themselves, the longest first. */
	top: { name: string; ms: number }[];
}

/** V8's profiler of a Worker that runs under `wrangler dev`. */
export interface Profiler {
	start(): Promise<void>;
	stop(): Promise<CpuTime>;
	close(): void;
}

/** Names of V8 for time in which nothing ran. */
const idle = new Set(["(idle)", "(root)"]);

const samplingMicroseconds = 200;

/** Connects to the debugger of `wrangler dev`. */
export async function openProfiler(port: number): Promise<Profiler> {
	// wrangler answers its own origins only.
	const options = { headers: { origin: "http://localhost", "user-agent": "bench" } };
	const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, options as unknown as string[]);
	await new Promise<void>((done, failed) => {
		socket.addEventListener("open", () => done(), { once: true });
		socket.addEventListener("error", () => failed(new Error("the debugger of the Worker does not answer")), { once: true });
	});
	const waiting = new Map<number, (answer: { result?: unknown; error?: { message: string } }) => void>();
	let sent = 0;
	socket.addEventListener("message", ({ data }) => {
		const { id = 0, ...answer } = JSON.parse(String(data)) as { id?: number; result?: unknown; error?: { message: string } };
		waiting.get(id)?.(answer);
	});
	function ask(method: string, params: object = {}): Promise<unknown> {
		const id = ++sent;
		return new Promise((done, failed) => {
			waiting.set(id, ({ result, error }) => (error ? failed(new Error(`${method}: ${error.message}`)) : done(result)));
			socket.send(JSON.stringify({ id, method, params }));
		});
	}
	await ask("Profiler.enable");
	await ask("Profiler.setSamplingInterval", { interval: samplingMicroseconds });
	return {
		start: () => ask("Profiler.start").then(() => undefined),
		stop: async () => cpuTimeOf(((await ask("Profiler.stop")) as { profile: CpuProfile }).profile, samplingMicroseconds),
		close: () => socket.close(),
	};
}

/**
 * Sums the samples of a profile by function.
 *
 * @param interval microseconds from one sample to the next while something runs. Default: as most of them are
 */
export function cpuTimeOf({ nodes, samples, timeDeltas }: CpuProfile, interval = median(timeDeltas)): CpuTime {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const own = new Map<string, number>();
	// Between two requests V8 takes no samples, and the first one after the pause would get all of it.
	const longest = 2 * interval;
	let busy = 0;
	samples.forEach((id, place) => {
		const frame = byId.get(id)?.callFrame;
		if (!frame || idle.has(frame.functionName)) return;
		const ms = Math.min(timeDeltas[place] ?? 0, longest) / 1000;
		busy += ms;
		const name = frame.functionName || "(anonymous)";
		const key = `${name} ${frame.url.split("/").pop() ?? ""}:${frame.lineNumber + 1}`;
		own.set(key, (own.get(key) ?? 0) + ms);
	});
	const top = [...own].map(([name, ms]) => ({ name, ms })).sort((one, other) => other.ms - one.ms);
	return { busy, top: top.slice(0, 30) };
}
