import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { command, copyContent, scratch } from "./command.ts";

async function learn(content: string, args: string[], env: Record<string, string> = {}) {
	const running = command("learn", args, { KB_CONTENT: content, ...env });
	return { code: await running.ended, output: running.output() };
}

describe("npm run learn", () => {
	it("shows what a log would add, writes it, and finds nothing to do the second time", async () => {
		const folder = scratch();
		const content = copyContent(folder);
		const file = join(content, "data/learned-words.yml");
		const log = join(folder, "log.jsonl");
		const rows = [
			{ query: "Where do I type my numbers", article: "data-entry/add-a-value", visitors: 4 },
			{ query: "where is ada@customer.example", article: "data-entry/add-a-value", visitors: 9 },
			{ query: "anything", article: "no/such", visitors: 9 },
		];
		writeFileSync(log, rows.map((row) => JSON.stringify(row)).join("\n"));
		const dry = await learn(content, ["--file", log, "--dry-run"]);
		expect(dry.output).toContain('+ data-entry/add-a-value: "where do i type my numbers"\n1 search taken, for 1 article.');
		expect([dry.code, existsSync(file)]).toEqual([0, false]);
		expect((await learn(content, ["--file", log])).output).toContain("1 search added, 0 removed. Written: ");
		const written = readFileSync(file, "utf8");
		expect(written).toContain('- article: data-entry/add-a-value\n  searches:\n    - { words: "where do i type my numbers", visitors: 4 }\n');
		const again = await learn(content, ["--file", log, "--json"]);
		expect(JSON.parse(again.output)).toMatchObject({ written: false, taken: 1, added: [], removed: [], dropped: { personal: 1, missing: 1 } });
		expect(readFileSync(file, "utf8")).toBe(written);
	});

	it("writes nothing when a line of the log or the file itself is broken, and says where", async () => {
		const folder = scratch();
		const content = copyContent(folder);
		const log = join(folder, "log.jsonl");
		writeFileSync(log, '{"query":"numbers","article":"data-entry/add-a-value","visitors":3}\n{"query":"numbers"}\n');
		const { code, output } = await learn(content, ["--file", log]);
		expect([code, existsSync(join(content, "data/learned-words.yml"))]).toEqual([1, false]);
		expect(output).toContain('log.jsonl:2  "article" is missing; it must be the id of an article');
		writeFileSync(join(content, "data/learned-words.yml"), "- words: numbers\n");
		const broken = await learn(content, ["--file", log]);
		expect(broken.code).toBe(1);
		expect(broken.output).toMatch(/learned-words\.yml:1:\d+ {2}error {2}data\//);
	});

	it("refuses wrong use with exit code 2", async () => {
		const content = copyContent(scratch());
		for (const args of [["--minimum", "1"], ["--days", "0"], ["--file", "no-such.jsonl"], ["--file", "x", "--days", "7"], ["log.jsonl"]])
			expect((await learn(content, args)).code).toBe(2);
	});

	it("says that a deployed centre cannot be reached", async () => {
		const { code, output } = await learn(copyContent(scratch()), [], { KB_URL: "http://127.0.0.1:9", REPORT_TOKEN: "x" });
		expect(code).toBe(1);
		expect(output).toContain("The report could not be read from http://127.0.0.1:9");
	});
});
