import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readinessChecks } from "#contract/readiness.ts";

const runbook = readFileSync("docs/runbook.md", "utf8");
const worker = globSync("worker/**/*.ts").map((file) => readFileSync(file, "utf8"));
const events = new Set(worker.flatMap((code) => [...code.matchAll(/\blog(?:Error|Warning|Info)\((?:[\w.]+, )?"(\w+)"/g)].map(([, event = ""]) => event)));

it("has a row for every check of /api/ready", () => {
	for (const check of readinessChecks) expect(runbook).toMatch(new RegExp(`^\\| \`${check}\` `, "m"));
});

it("explains every line that the Worker logs", () => {
	expect(events.size).toBeGreaterThan(15);
	for (const event of events) expect(runbook, event).toContain(`\`${event}\``);
});

it("explains no line that nobody logs", () => {
	const section = runbook.slice(runbook.indexOf("## Alarms and lines of the log"), runbook.indexOf("## Red lines"));
	for (const [, event = ""] of section.matchAll(/^\| `(\w+)`/gm)) expect([...events]).toContain(event);
});
