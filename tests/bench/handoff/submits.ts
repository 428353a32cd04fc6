import type { Figure } from "#scripts/lib/figure.ts";
import { createRandom } from "../lib/random.ts";
import { startFailingDesk } from "./failing-desk.ts";
import { inParallel, startPortal, submit, type Submitted } from "./portal.ts";

/** How soon a customer has an answer, whatever the desk does meanwhile. */
export async function submitTimes(say: (line: string) => void): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const [name, delay] of [
		["a quick desk", 0],
		["a desk that takes 5 s", 5000],
	] as const) {
		say(name);
		const desk = await startFailingDesk({ delay, random: createRandom(7) });
		const portal = await startPortal("submits", desk);
		try {
			const { url } = portal.worker();
			const times: number[] = [];
			const send = (keep: boolean) => async (key: string) => {
				const { status, took } = await submit(url, key);
				if (status !== 201) throw new Error(`a submit was answered with ${status}`);
				if (keep) times.push(took);
			};
			await inParallel(keys(100), 20, send(false));
			await inParallel(keys(600), 20, send(true));
			times.sort((a, b) => a - b);
			const of = `600 submits, 20 at once, ${name}`;
			figures.push(
				{ name: "submit, p50", value: times[Math.floor(times.length * 0.5)] ?? 0, unit: "ms", goal: null, of },
				{ name: "submit, p95", value: times[Math.floor(times.length * 0.95)] ?? 0, unit: "ms", goal: { op: "<=", value: 100 }, of },
			);
		} finally {
			await portal.remove();
		}
	}
	return figures;
}

function keys(count: number): string[] {
	return Array.from({ length: count }, () => crypto.randomUUID());
}

/** Fifty submits of one form at the same moment. */
export async function oneKey(): Promise<Figure[]> {
	const desk = await startFailingDesk({ random: createRandom(9) });
	const portal = await startPortal("one-key", desk);
	try {
		const key = crypto.randomUUID();
		const answers: Submitted[] = await Promise.all(Array.from({ length: 50 }, () => submit(portal.worker().url, key)));
		await portal.worker().tick();
		const references = new Set(answers.map(({ reference }) => reference));
		await portal.worker().stop();
		const of = "50 submits of one form at once";
		return [
			{ name: "references told", value: references.size, unit: "", goal: { op: "==", value: 1 }, of },
			{ name: "answers that were 200 or 201", value: answers.filter(({ status }) => status < 300).length, unit: "", goal: { op: "==", value: 50 }, of },
			{ name: "tickets stored", value: await portal.count("SELECT count(*) AS n FROM tickets"), unit: "", goal: { op: "==", value: 1 }, of },
			{ name: "tickets at the desk", value: desk.held.size, unit: "", goal: { op: "==", value: 1 }, of },
		];
	} finally {
		await portal.remove();
	}
}
