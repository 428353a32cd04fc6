import type { Figure, Part } from "#scripts/lib/figure.ts";
import { wilsonInterval } from "#worker/reports/wilson.ts";
import { cores, type Core } from "./cores.ts";
import { runStryker } from "./run-stryker.ts";

async function scoreOf(core: Core, say: (line: string) => void): Promise<Figure[]> {
	const began = Date.now();
	const mutants = await runStryker(core, say);
	const count = (...wanted: string[]) => mutants.filter(({ status }) => wanted.includes(status)).length;
	const noticed = count("Killed", "Timeout");
	const alive = count("Survived", "NoCoverage");
	const { lower, upper } = wilsonInterval(noticed, alive);
	const percent = (share: number) => Math.floor(1000 * share) / 10;
	const told = (name: string, value: number, unit: string): Figure => ({ name, value, unit, goal: null, of: core.name });
	return [
		{ name: "mutants killed", value: percent(noticed / (noticed + alive)), unit: "%", goal: { op: ">=", value: 80 }, of: core.name },
		told("of all mutants, at least (95 %)", percent(lower), "%"),
		told("of all mutants, at most (95 %)", percent(upper), "%"),
		told("mutants tried", noticed + alive, ""),
		told("of how many in all", noticed + alive + count("CompileError"), ""),
		told("killed by a test", count("Killed"), ""),
		told("killed by running on and on", count("Timeout"), ""),
		told("survived", count("Survived"), ""),
		told("met by no test", count("NoCoverage"), ""),
		told("left out, with a reason", count("Ignored"), ""),
		told("time", Math.round((Date.now() - began) / 6000) / 10, "min"),
	];
}

/** Mutation testing of the pure cores: whether a test notices a change of the code. Goal: issue 9. */
export const parts: Part[] = cores.map((core) => ({ name: core.name, measure: (say) => scoreOf(core, say) }));
