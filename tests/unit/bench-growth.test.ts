import { describe, expect, it } from "vitest";
import { extras, ourArticle } from "../bench/growth/our-centre.ts";
import { rivalArticle } from "../bench/growth/rival-centre.ts";
import { makeTexts } from "../bench/growth/text.ts";
import { canWatch, runWatched } from "../bench/lib/run-watched.ts";

describe("the made articles of the growth bench", () => {
	const texts = makeTexts(60);

	it("are the same each time, each with an id of its own", () => {
		expect(makeTexts(60)).toEqual(texts);
		expect(new Set(texts.map(({ id }) => id)).size).toBe(60);
	});

	it("lead to articles that are there", () => {
		const ids = new Set(texts.map(({ id }) => id));
		expect(texts.flatMap(({ next, related }) => [...next, ...related]).filter((id) => !ids.has(id))).toEqual([]);
	});

	it("say the same in both centres: text, table, listing and drawing", () => {
		for (const text of texts) {
			const said = [
				text.answer,
				...text.steps.flatMap((step, number) => [step.text, ...extras(text, number)]),
				...text.problems.map(({ solution }) => solution),
			];
			const [ours, theirs] = [ourArticle(text), rivalArticle(text)];
			expect(said.filter((words) => !ours.includes(words) || !theirs.includes(words))).toEqual([]);
		}
		expect(texts.flatMap(({ drawing }) => drawing?.name ?? [])).toHaveLength(15);
	});

	it("stand in topics of 25", () => {
		const sizes = [...Map.groupBy(texts, ({ id }) => id.split("/").slice(0, 2).join("/")).values()].map(({ length }) => length);
		expect(sizes).toEqual([25, 25, 10]);
	});
});

describe.runIf(canWatch)("a watched program", () => {
	it("counts what the programs it starts take", async () => {
		const child = `const kept = Buffer.alloc(150e6, 1); setTimeout(() => kept.at(0), 1500);`;
		const parent = `require("node:child_process").spawnSync(process.execPath, ["-e", ${JSON.stringify(child)}]);`;
		const { peak, cpu, seconds } = await runWatched(process.execPath, ["-e", parent]);
		expect(peak).toBeGreaterThan(150);
		expect(cpu).toBeGreaterThan(0);
		expect(seconds).toBeGreaterThan(0);
	});

	it("tells the end of its output when it fails", async () => {
		await expect(runWatched(process.execPath, ["-e", "console.log('the reason'); process.exit(3)"])).rejects.toThrow(/ended with 3:\nthe reason/);
	});
});
