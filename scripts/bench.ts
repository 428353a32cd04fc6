import { writeFileSync } from "node:fs";
import { spawn, type ChildProcess } from "node:child_process";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";
import type { MeasuredPart } from "./lib/bench/gathered.ts";
import { measureSuite } from "./lib/bench/measure-suite.ts";
import { machineText, versions } from "./lib/bench/machine.ts";
import { saveFigures } from "./lib/bench/save.ts";
import { knownParts, suiteNames } from "./lib/bench/suites.ts";
import { misuse, runCommand } from "./lib/command-line.ts";
import { root } from "./lib/paths.ts";

/** Ends at a signal, also where a browser that is measured in would only end itself. What was started in a group ends with this process. */
function endWhenTold(before: (signal: NodeJS.Signals) => void = () => undefined): void {
	for (const signal of ["SIGHUP", "SIGINT", "SIGTERM"] as const) {
		process.once(signal, () => {
			before(signal);
			process.exit(128 + constants.signals[signal]);
		});
	}
}

async function every(): Promise<number> {
	let running: ChildProcess | undefined;
	endWhenTold((signal) => running?.kill(signal));
	const failed: string[] = [];
	for (const suite of suiteNames) if ((await apart(suite)) !== 0) failed.push(suite);
	console.log("\nAll figures: docs/figures.md, docs/figures.json");
	if (failed.length > 0) console.error(`Not measured in full: ${failed.join(", ")}.`);
	return failed.length > 0 ? 1 : 0;

	/** A suite in a process of its own, so that what one leaves in memory does not weigh on the next. @returns its exit code */
	function apart(suite: string): Promise<number> {
		console.log(`\n${suite}\n${"=".repeat(suite.length)}`);
		const child = spawn(process.execPath, [fileURLToPath(import.meta.url), suite, "--save"], { stdio: "inherit" });
		running = child;
		return new Promise((done, unstarted) => child.on("close", (code) => done(code ?? 1)).on("error", unstarted));
	}
}

async function one(suite: string, { only, json, save }: { only?: string; json?: string; save?: boolean }): Promise<number> {
	const known = await knownParts();
	const names = known.get(suite) ?? [];
	if (only !== undefined && !names.some((name) => name.includes(only))) return misuse(`No part of ${suite} holds “${only}”. Parts: ${names.join("; ")}.`);
	endWhenTold();
	const { parts, failed } = await measureSuite(suite, only);
	if (json !== undefined) writeFileSync(json, `${JSON.stringify({ parts } satisfies { parts: MeasuredPart[] }, null, "\t")}\n`);
	if (save) await saveFigures(root, parts, known);
	const told = Object.entries(versions()).map((pair) => pair.join(" "));
	console.log(`\n${machineText()}, ${told.join(", ")}, ${new Date().toISOString().slice(0, 10)}`);
	return failed ? 1 : 0;
}

await runCommand({
	usage: `
npm run bench [-- <suite> [--only WORDS] [--json FILE] [--save]]

Measures and prints figures, beside other engines in the same run. Without a suite: all of them, one after the other, which takes
hours; the figures are then written into docs/figures.json, docs/figures.md and the table of README.md.
Suites: ${suiteNames.join(", ")}.

  --only   only parts whose name holds these words
  --json   also writes {parts: [{suite, part, date, machine, versions, commit, seconds, figures}]} to this file
  --save   also writes the parts that were measured into docs/ and README.md, as the whole run does

Exit codes: 0 measured, whatever the figures are; 1 a figure could not be measured; 2 wrong use.`,
	options: { json: { type: "string" }, only: { type: "string" }, save: { type: "boolean" } },
	async main({ values, positionals: [name, ...rest] }) {
		if (rest.length > 0 || (name !== undefined && !suiteNames.includes(name))) return misuse(`Name one suite, or none for all: ${suiteNames.join(", ")}.`);
		if (name !== undefined) return one(name, values);
		if (Object.keys(values).length > 0) return misuse("--only, --json and --save go with one suite.");
		return every();
	},
});
