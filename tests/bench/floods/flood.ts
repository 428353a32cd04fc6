import { createRandom } from "../lib/random.ts";
import { startFailingDesk, type FailingDesk } from "../handoff/failing-desk.ts";
import { inParallel, startPortal, type Portal } from "../handoff/portal.ts";

/** Something that is sent: to where, from which network and browser, and what. */
export interface Shot {
	path: string;
	network: string;
	browser: number;
	body: object;
	/** It comes from a reader, not from the flood. */
	honest: boolean;
}

/** How it was answered. */
export interface Told {
	/** Answers by status, of the flood and of honest readers. */
	flood: Record<number, number>;
	honest: Record<number, number>;
	/** Answers that were failures, or none at all. */
	failures: number;
	seconds: number;
}

/** The network that floods. */
export const attacker = "203.0.113.9";

/** A network of a reader's own. */
export const networkOf = (reader: number) => `10.${(reader >> 8) & 255}.${reader & 255}.1`;

/** Puts honest readers evenly between the shots of a flood. */
export function between(flood: Shot[], honest: Shot[]): Shot[] {
	const every = Math.max(1, Math.floor(flood.length / Math.max(1, honest.length)));
	const left = [...honest];
	return [...flood.flatMap((shot, place) => [shot, ...(place % every === every - 1 ? left.splice(0, 1) : [])]), ...left];
}

/** Sends all of it, fifty at a time, as pages do. */
export async function shoot(url: string, shots: Shot[]): Promise<Told> {
	const told: Told = { flood: {}, honest: {}, failures: 0, seconds: 0 };
	const began = performance.now();
	await inParallel(shots, 50, async ({ path, network, browser, body, honest }) => {
		const response = await fetch(`${url}${path}`, {
			method: "POST",
			headers: { "content-type": "application/json", origin: url, "user-agent": `Browser/${browser}`, "x-dev-network": network },
			body: JSON.stringify(body),
			signal: AbortSignal.timeout(30_000),
		}).catch(() => null);
		await response?.arrayBuffer();
		const status = response?.status ?? 0;
		if (status === 0 || status >= 500) told.failures++;
		const answers = honest ? told.honest : told.flood;
		answers[status] = (answers[status] ?? 0) + 1;
	});
	told.seconds = (performance.now() - began) / 1000;
	return told;
}

/** Does it on a portal of its own. */
export async function withPortal<Result>(name: string, work: (portal: Portal, desk: FailingDesk) => Promise<Result>): Promise<Result> {
	const desk = await startFailingDesk({ random: createRandom(3) });
	const portal = await startPortal(name, desk);
	try {
		return await work(portal, desk);
	} finally {
		await portal.remove();
	}
}

/** In words, for what a figure is measured on. Example: `200: 30, 429: 9970` */
export function inWords(answers: Record<number, number>): string {
	return Object.entries(answers)
		.map(([status, n]) => `${status}: ${n}`)
		.join(", ");
}
