import { loadavg } from "node:os";
import type { Part } from "../figure.ts";
import { figuresText } from "../reporters/figures-text.ts";
import type { MeasuredPart } from "./gathered.ts";
import { commit, machineText, versions } from "./machine.ts";
import { loadSuite } from "./suites.ts";

/** What came of a suite. */
export interface MeasuredSuite {
	parts: MeasuredPart[];
	/** Whether a part broke off. */
	failed: boolean;
}

/**
 * Measures the parts of a suite one after the other and prints each when it is there; a part that breaks off is told and left out.
 * @param only only parts whose name holds these words
 */
export async function measureSuite(suite: string, only = ""): Promise<MeasuredSuite> {
	const parts: MeasuredPart[] = [];
	let failed = false;
	for (const part of (await loadSuite(suite)).parts.filter(({ name }) => name.includes(only))) {
		console.error(`${part.name} …`);
		try {
			const measured = await measure(suite, part);
			console.log(measured.skipped === null ? `\n${part.name}\n${figuresText(measured.figures)}` : `\n${part.name}: skipped. ${measured.skipped}`);
			parts.push(measured);
		} catch (error) {
			failed = true;
			console.error(`${part.name} could not be measured:`, error);
		}
	}
	return { parts, failed };
}

async function measure(suite: string, part: Part): Promise<MeasuredPart> {
	const [load = 0] = loadavg();
	const start = performance.now();
	const result = await part.measure((line) => console.error(`  ${line}`));
	const skipped = typeof result === "string" ? result : null;
	return {
		suite,
		part: part.name,
		date: new Date().toISOString(),
		machine: machineText(),
		versions: versions(),
		commit: await commit(),
		load: Math.round(load * 10) / 10,
		seconds: Math.round((performance.now() - start) / 1000),
		figures: typeof result === "string" ? [] : result,
		skipped,
	};
}
