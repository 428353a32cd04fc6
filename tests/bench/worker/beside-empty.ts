import { setTimeout as wait } from "node:timers/promises";
import type { Figure } from "#scripts/lib/figure.ts";
import { median, percentile } from "../lib/percentile.ts";
import { openCentre, type BenchCentre } from "./centre.ts";
import type { Round } from "./client.ts";
import { oneRow, requests, type BenchRequest, type Route } from "./requests.ts";

/** Requests at once, on connections that stay open. */
const atOnce = 8;

/** Rounds of each route, and requests of a round; before each the empty route has one. */
const ordinary = { rounds: 3, count: 60 };

/** Routes that everybody's visits use have a goal, and are asked for longer. */
const goals: Readonly<Record<string, number>> = { "POST /api/events": 0.7, "POST /api/votes": 0.5, "POST /api/tickets": 0.5 };
const longer = { rounds: 5, count: 160 };

/** After writes the queue has work for about a second; it would slow the empty route down and flatter the next ratio. */
const restMs = 1200;

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

/** The same request to the empty route: what it carries is carried there, too. */
const empty = (request: BenchRequest): BenchRequest => ({ ...request, path: "/api/bench/empty" });

/** The routes that have a goal, beside an empty one of the same `wrangler dev`, turn by turn; and what one row in D1 costs there. Three minutes. */
export async function withGoals(say: (line: string) => void): Promise<Figure[]> {
	const open = await openCentre(say);
	try {
		const figures = await measure("one row in D1, and nothing else", oneRow, open, say);
		for (const route of Object.keys(goals)) figures.push(...(await measure(route, requests[route], open, say)));
		return figures;
	} finally {
		await open.remove();
	}
}

/** Every other route, in the same way. Four minutes. */
export async function withoutGoals(say: (line: string) => void): Promise<Figure[]> {
	const open = await openCentre(say);
	try {
		const figures: Figure[] = [];
		const known = open.routes.filter((route) => Object.hasOwn(requests, route));
		for (const route of known) if (goals[route] === undefined) figures.push(...(await measure(route, requests[route], open, say)));
		const unknown = open.routes.filter((route) => !known.includes(route));
		const of = unknown.length === 0 ? `${open.routes.length} routes of the app` : unknown.join(", ");
		return [...figures, { name: "routes that this bench does not ask", value: unknown.length, unit: "", goal: { op: "==", value: 0 }, of }];
	} finally {
		await open.remove();
	}
}

/** @throws Error where an answer has another status than those that are expected */
function expectAnswer(route: string, { statuses }: Round, expected: number[]): void {
	const strange = [...statuses].filter((status) => !expected.includes(status));
	if (strange.length > 0) throw new Error(`${route} was answered with ${strange.join(", ")} instead of ${expected.join(" or ")}`);
}

async function measure(route: string, asked: Route | undefined, { centre, client }: BenchCentre, say: (line: string) => void): Promise<Figure[]> {
	if (!asked) throw new Error(`${route} has no request`);
	const { make, remark } = asked;
	const expected = [asked.status ?? 200].flat();
	const goal = goals[route];
	const { rounds, count } = goal === undefined ? ordinary : longer;
	const prepare = async (number: number) => {
		const made: BenchRequest[] = [];
		while (made.length < number) made.push(await make(centre));
		return made;
	};
	const writes = !route.startsWith("GET");
	const one = await prepare(1);
	const warm = await client.round(one, 1);
	expectAnswer(route, warm, expected);
	const of: Record<"bare" | "route", Round[]> = { bare: [], route: [] };
	for (let turn = 0; turn < rounds; turn++) {
		const made = await prepare(count);
		if (writes) await wait(restMs);
		of.bare.push(await client.round(made.map(empty), atOnce));
		of.route.push(await client.round(made, atOnce));
		of.route.forEach((round) => expectAnswer(route, round, expected));
	}
	const ratio = rounded(median(of.route.map(({ perSecond }, turn) => perSecond / (of.bare[turn]?.perSecond ?? NaN))), 2);
	const times = (kind: "bare" | "route") => of[kind].flatMap((round) => round.times);
	const perSecond = Math.round(median(of.route.map((round) => round.perSecond)));
	const at = (kind: "bare" | "route", share: number) => rounded(percentile(times(kind), share), 1);
	say(`${route}: ${ratio} × an empty route, ${perSecond} a second, p50 ${at("route", 0.5)} ms, p99 ${at("route", 0.99)} ms`);
	const about = `${rounds} × ${count} requests, ${atOnce} at once${remark === undefined ? "" : `; ${remark}`}`;
	const beside = `${about}; the empty route between them: p50 ${at("bare", 0.5)} ms, p99 ${at("bare", 0.99)} ms`;
	return [
		{ name: `${route}, requests beside an empty route`, value: ratio, unit: "×", goal: goal === undefined ? null : { op: ">=", value: goal }, of: beside },
		{ name: `${route}, requests a second`, value: perSecond, unit: "", goal: null, of: about },
		{ name: `${route}, p50`, value: at("route", 0.5), unit: "ms", goal: null, of: about },
		{ name: `${route}, p99`, value: at("route", 0.99), unit: "ms", goal: null, of: about },
	];
}
