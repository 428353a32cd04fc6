import { setTimeout as wait } from "node:timers/promises";
import type { Figure } from "#scripts/lib/figure.ts";
import { median, percentile } from "../lib/percentile.ts";
import { openCentre, type BenchCentre } from "./centre.ts";
import type { Round } from "./client.ts";
import { requests, type BenchRequest } from "./requests.ts";

/** Requests at once, on connections that stay open. */
const atOnce = 8;

/** Rounds of each route, and requests of a round; before each the empty route has one. */
const ordinary = { rounds: 3, asked: 60 };

/** Routes that everybody's visits use have a goal, and are asked for longer. */
const goals: Readonly<Record<string, number>> = { "POST /api/events": 0.7, "POST /api/votes": 0.5, "POST /api/tickets": 0.5 };
const withGoal = { rounds: 7, asked: 200 };

/** After writes the queue has work for about a second; it would slow the empty route down and flatter the next ratio. */
const restMs = 1200;

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

/** The same request to the empty route: what it carries is carried there, too. */
const empty = (request: BenchRequest): BenchRequest => ({ ...request, path: "/api/bench/empty" });

/** Every route beside an empty one of the same `wrangler dev`, turn by turn. */
export async function besideEmpty(say: (line: string) => void): Promise<Figure[]> {
	const open = await openCentre(say);
	try {
		const figures: Figure[] = [];
		const unknown = open.routes.filter((route) => !Object.hasOwn(requests, route));
		for (const route of open.routes) if (Object.hasOwn(requests, route)) figures.push(...(await measure(route, open, say)));
		const of = unknown.length === 0 ? `${open.routes.length} routes of the app` : unknown.join(", ");
		return [...figures, { name: "routes that this bench does not ask", value: unknown.length, unit: "", goal: { op: "==", value: 0 }, of }];
	} finally {
		await open.remove();
	}
}

async function measure(route: string, { centre, client }: BenchCentre, say: (line: string) => void): Promise<Figure[]> {
	const { make, status = 200, remark } = requests[route] ?? { make: () => Promise.reject(new Error(`${route} has no request`)) };
	const goal = goals[route];
	const { rounds, asked } = goal === undefined ? ordinary : withGoal;
	const prepare = async (number: number) => {
		const made: BenchRequest[] = [];
		while (made.length < number) made.push(await make(centre));
		return made;
	};
	const writes = !route.startsWith("GET");
	const one = await prepare(1);
	const warm = await client.round(one, 1);
	if (!warm.statuses.has(status)) throw new Error(`${route} was answered with ${[...warm.statuses].join(", ")} instead of ${status}`);
	const of: Record<"bare" | "route", Round[]> = { bare: [], route: [] };
	for (let turn = 0; turn < rounds; turn++) {
		const made = await prepare(asked);
		if (writes) await wait(restMs);
		of.bare.push(await client.round(made.map(empty), atOnce));
		of.route.push(await client.round(made, atOnce));
		const strange = [...(of.route.at(-1)?.statuses ?? [])].filter((answered) => answered !== status);
		if (strange.length > 0) throw new Error(`${route} was answered with ${strange.join(", ")} instead of ${status}`);
	}
	const ratio = rounded(median(of.route.map(({ perSecond }, turn) => perSecond / (of.bare[turn]?.perSecond ?? NaN))), 2);
	const times = (kind: "bare" | "route") => of[kind].flatMap((round) => round.times);
	const perSecond = Math.round(median(of.route.map((round) => round.perSecond)));
	const at = (kind: "bare" | "route", share: number) => rounded(percentile(times(kind), share), 1);
	say(`${route}: ${ratio} × an empty route, ${perSecond} a second, p50 ${at("route", 0.5)} ms, p99 ${at("route", 0.99)} ms`);
	const about = `${rounds} × ${asked} requests, ${atOnce} at once${remark === undefined ? "" : `; ${remark}`}`;
	const beside = `${about}; the empty route between them: p50 ${at("bare", 0.5)} ms, p99 ${at("bare", 0.99)} ms`;
	return [
		{ name: `${route}, requests beside an empty route`, value: ratio, unit: "×", goal: goal === undefined ? null : { op: ">=", value: goal }, of: beside },
		{ name: `${route}, requests a second`, value: perSecond, unit: "", goal: null, of: about },
		{ name: `${route}, p50`, value: at("route", 0.5), unit: "ms", goal: null, of: about },
		{ name: `${route}, p99`, value: at("route", 0.99), unit: "ms", goal: null, of: about },
	];
}
