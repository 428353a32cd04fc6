import type { Figure } from "#scripts/lib/figure.ts";
import { openCentre } from "./centre.ts";
import { openProfiler } from "./profiler.ts";
import { requests, type BenchRequest } from "./requests.ts";

/** Requests of each route: so many before it counts, and so many that count. */
const asked = 40;
const atOnce = 4;

/** How much CPU time the Worker's own code takes for a request, by V8's profiler; what it runs for longest. */
export async function cpu(say: (line: string) => void): Promise<Figure[]> {
	const { centre, client, routes, inspectorPort, remove } = await openCentre(say);
	const profiler = await openProfiler(inspectorPort);
	try {
		const figures: Figure[] = [];
		for (const route of ["an empty route", ...routes]) {
			const make = route === "an empty route" ? () => ({ method: "GET", path: "/api/bench/empty", headers: {} }) : requests[route]?.make;
			if (!make) continue;
			const made: BenchRequest[] = [];
			while (made.length < asked * 2) made.push(await make(centre));
			await client.round(made.slice(asked), atOnce);
			await profiler.start();
			await client.round(made.slice(0, asked), atOnce);
			const { busy, top } = await profiler.stop();
			const each = (ms: number) => Number((ms / asked).toFixed(2));
			const of = `${asked} requests; most in ${top
				.slice(0, 5)
				.map(({ name, ms }) => `${name} ${each(ms)}`)
				.join(", ")}`;
			say(`${route}: ${each(busy)} ms of CPU a request; ${of}`);
			figures.push({ name: `${route}, CPU time of a request`, value: each(busy), unit: "ms", goal: null, of });
		}
		return figures;
	} finally {
		profiler.close();
		await remove();
	}
}
