import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { misuse, runCommand } from "./lib/command-line.ts";
import { root } from "./lib/paths.ts";
import { figuresText } from "./lib/reporters/figures-text.ts";
import type { Figure, Suite } from "./lib/figure.ts";

const suites = join(root, "tests/bench");
const names = readdirSync(suites).filter((name) => existsSync(join(suites, name, "suite.ts")));

/** Versions of what the figures depend on. */
function versions(): Record<string, string> {
	const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<
		"dependencies" | "devDependencies",
		Record<string, string>
	>;
	const told = ["astro", "pagefind", "fuse.js", "minisearch", "lunr", "@playwright/test", "wrangler"];
	const all = { ...dependencies, ...devDependencies };
	return { node: process.version.slice(1), ...Object.fromEntries(told.flatMap((name) => (all[name] ? [[name, all[name]]] : []))) };
}

await runCommand({
	usage: `
npm run bench -- <suite> [--only WORDS] [--json FILE]

Measures and prints the figures of a suite, beside other engines in the same run. Suites: ${names.join(", ")}.

  --only   only parts whose name holds these words
  --json   also writes {suite, date, machine, versions, figures} to this file

Exit codes: 0 measured, whatever the figures are; 1 a figure could not be measured; 2 wrong use.`,
	options: { json: { type: "string" }, only: { type: "string" } },
	async main({ values, positionals: [name, ...rest] }) {
		if (name === undefined || rest.length > 0 || !names.includes(name)) return misuse(`Name one suite: ${names.join(", ")}.`);
		const { parts } = (await import(join(suites, name, "suite.ts"))) as Suite;
		const figures: Figure[] = [];
		let failed = false;
		for (const part of parts) {
			if (values.only !== undefined && !part.name.includes(values.only)) continue;
			console.error(`${part.name} …`);
			try {
				const measured = await part.measure((line) => console.error(`  ${line}`));
				if (typeof measured === "string") console.log(`\n${part.name}: skipped. ${measured}`);
				else console.log(`\n${part.name}\n${figuresText(measured)}`);
				if (typeof measured !== "string") figures.push(...measured);
			} catch (error) {
				failed = true;
				console.error(`${part.name} could not be measured:`, error);
			}
		}
		const machine = {
			cpu: cpus()[0]?.model.trim() ?? "unknown",
			cores: cpus().length,
			memoryGb: Math.round(totalmem() / 2 ** 30),
			platform: `${process.platform} ${process.arch}`,
		};
		const report = { suite: name, date: new Date().toISOString(), machine, versions: versions(), figures };
		if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, "\t")}\n`);
		console.log(
			`\n${machine.cores} × ${machine.cpu}, ${machine.memoryGb} GB, ${Object.entries(report.versions)
				.map((pair) => pair.join(" "))
				.join(", ")}, ${report.date.slice(0, 10)}`,
		);
		return failed ? 1 : 0;
	},
});
