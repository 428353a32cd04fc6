import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** How many requirements of levels 1 and 2 each section of the standard has; those of level 3 are its last ones. */
const sections: Record<string, number> = {
	...{ "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1, "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2 },
	...{ "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4, "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3, "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4 },
	...{
		"7.1": 3,
		"7.2": 4,
		"7.3": 2,
		"7.4": 5,
		"7.5": 2,
		"7.6": 2,
		"8.1": 2,
		"8.2": 3,
		"8.3": 1,
		"8.4": 1,
		"9.1": 3,
		"9.2": 4,
		"10.1": 2,
		"10.2": 2,
		"10.3": 4,
	},
	...{ "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3, "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1, "12.1": 3, "12.2": 2, "12.3": 4 },
	...{
		"13.1": 1,
		"13.2": 5,
		"13.3": 2,
		"13.4": 5,
		"14.1": 2,
		"14.2": 4,
		"14.3": 3,
		"15.1": 3,
		"15.2": 3,
		"15.3": 7,
		"16.1": 1,
		"16.2": 5,
		"16.3": 4,
		"16.4": 3,
	},
	...{ "16.5": 3, "17.1": 1, "17.2": 4, "17.3": 2 },
};
const requirements = Object.entries(sections)
	.sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
	.flatMap(([section, count]) => Array.from({ length: count }, (_, index) => `${section}.${index + 1}`));

const read = (name: string) => readFileSync(`docs/${name}`, "utf8");

/** Cells of every row of a document's tables, without heads. */
function rowsOf(document: string): string[][] {
	return document
		.split("\n")
		.filter((line) => line.startsWith("|") && !/^\|[\s|:-]+\|$/.test(line))
		.map((line) =>
			line
				.slice(1, -1)
				.split(/(?<!\\)\|/)
				.map((cell) => cell.trim()),
		);
}

/** The tests that a cell names. */
function testsIn(cell: string): { name: string; title: string }[] {
	return cell.split(/; (?=[a-z0-9]+\/)/).flatMap((part) => {
		const [, name, title] = /^((?:unit|worker|build|commands|handoff|e2e)\/[\w-]+) › (.+)$/.exec(part) ?? [];
		return name !== undefined && title !== undefined ? [{ name, title }] : [];
	});
}

/** Why a test is not there; null where it is. */
function missing({ name, title }: { name: string; title: string }): string | null {
	const file = [`tests/${name}.test.ts`, `tests/${name}.spec.ts`].find((path) => existsSync(path));
	if (file === undefined) return `there is no ${name}`;
	const found = [`"${title}"`, `'${title}'`, `\`${title}\``].some((written) => readFileSync(file, "utf8").includes(written));
	return found ? null : `${name} has no test “${title}”`;
}

/** The requirements that a cell names: `1.2.6–1.2.8, 1.3.1`. */
function named(cell: string): string[] {
	return cell.split(", ").flatMap((part) => {
		const [from = "", to = from] = part.split("–");
		const [start, end] = [requirements.indexOf(from), requirements.indexOf(to)];
		return start === -1 || end < start ? [`${part}?`] : requirements.slice(start, end + 1);
	});
}

describe("asvs.md", () => {
	const document = read("asvs.md");
	const rows = rowsOf(document).filter(([first]) => first !== "requirement");

	it("holds every requirement of levels 1 and 2 once, in order", () => {
		expect(requirements).toHaveLength(253);
		const all = rows.flatMap(([ids = ""]) => named(ids));
		expect([...all].sort((a, b) => requirements.indexOf(a) - requirements.indexOf(b))).toEqual(requirements);
	});

	it("says how each stands, and its sums are right", () => {
		const sums: Record<string, number> = { met: 0, host: 0, "not applicable": 0, "not met": 0 };
		for (const [ids = "", short = "", stands = "", why = ""] of rows) {
			expect([ids, Object.keys(sums).includes(stands), short !== "", why !== ""]).toEqual([ids, true, true, true]);
			sums[stands] = (sums[stands] ?? 0) + named(ids).length;
		}
		expect(document).toContain(`**${sums["met"]} met, ${sums["host"]} by the host, ${sums["not applicable"]} not applicable, ${sums["not met"]} not met.**`);
	});

	it("shows what is met by tests or documents that are there", () => {
		for (const [ids = "", , stands, why = ""] of rows) {
			const tests = testsIn(why);
			expect([ids, tests.flatMap((test) => missing(test) ?? [])]).toEqual([ids, []]);
			if (stands !== "met" || tests.length > 0) continue;
			const files = why.split(", ").filter((path) => !existsSync(`docs/${path}`) && !existsSync(path));
			expect([ids, files]).toEqual([ids, []]);
		}
	});
});

describe("threat-model.md", () => {
	const rows = rowsOf(read("threat-model.md"));

	it("names tests that are there, for every guard", () => {
		const tests = rows.flatMap((cells) => testsIn(cells.at(-1) ?? ""));
		expect(tests.flatMap((test) => missing(test) ?? [])).toEqual([]);
		const guards = rows.filter((cells) => cells.length === 4 && cells[3] !== "shown by" && (cells[3] ?? "").includes(" › "));
		expect(guards.length).toBeGreaterThan(15);
		for (const cells of guards) expect([cells[0], testsIn(cells[3] ?? "").length > 0]).toEqual([cells[0], true]);
	});

	it("names every secret that the Worker knows", () => {
		const secrets = [...readFileSync("worker/env.ts", "utf8").matchAll(/^\t([A-Z_]*(?:SECRET|TOKEN|API_KEY|SIGNING_KEY))\?: string;/gm)].map(
			([, name = ""]) => name,
		);
		expect(secrets.length).toBeGreaterThan(5);
		for (const secret of secrets) expect(read("threat-model.md")).toContain(`\`${secret}\``);
	});
});
