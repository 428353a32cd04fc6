import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { GapsReport } from "#contract/gaps.ts";
import { manifestPath, siteManifestSchema } from "#contract/site-manifest.ts";
import { openBuiltSearch } from "#scripts/lib/built-search.ts";
import type { GapsResult } from "#scripts/lib/gaps/result.ts";
import { outFolder, root } from "#scripts/lib/paths.ts";
import { openGaps } from "../month/judge.ts";
import { playMonth, type Played } from "../month/play.ts";
import { createLook } from "../month/topics.ts";
import { planWeekAfter } from "../month/week-after.ts";
import { command, scratch } from "./command.ts";

const seed = 6;
const [days, monday] = [21, "2026-11-02"];

/** Lets `npm run gaps` act on the gaps of a month, and builds what it made: for each thing that was missing, the article that answers now. */
async function closeGaps({ ask, month, vocabulary }: Played, folder: string) {
	const report = await ask<GapsReport>(`gaps?days=${days}`);
	const file = join(folder, "gaps.json");
	writeFileSync(file, JSON.stringify(report));
	const content = join(folder, "content");
	cpSync(join(root, "content"), content, { recursive: true });
	const env = { KB_CONTENT: content, KB_OUT: join(folder, "dist"), KB_STATE: join(folder, "build-state") };

	const gaps = openGaps(report, month).filter(({ about }) => vocabulary.gaps.some((gap) => gap.about === about));
	const made = command("gaps", ["--file", file, "--only", gaps.map(({ id }) => id).join(","), "--json"], env);
	let printed = "";
	made.child.stdout?.on("data", (chunk: Buffer) => (printed += String(chunk)));
	expect(await made.ended, made.output()).toBe(0);
	const built = command("build", [], env);
	expect(await built.ended, built.output()).toBe(0);

	const result = JSON.parse(printed) as GapsResult;
	const answers = new Map(gaps.map(({ id, about }) => [about, result.gaps.find((gap) => gap.id === id)?.article ?? ""]));
	return { result, site: env.KB_OUT, answers, gaps };
}

it("tells the truth of three weeks of readers, and closes their gaps", { timeout: 400_000 }, async () => {
	const folder = scratch();
	const options = { seed, vocabulary: "foundry", days, visits: 45, site: outFolder, folder: join(folder, "month") };
	await playMonth(options, async (played) => {
		const { verdict, vocabulary, ask, deploy, play } = played;
		expect(verdict).toEqual({
			...{ found: 8, missed: [], wrong: expect.toSatisfy((wrong: string[]) => wrong.length <= 2) as string[] },
			...{ rewriteRight: true, outageIsIncident: true, outageIsGap: false, differences: [] },
		});

		const { result, site, answers, gaps } = await closeGaps(played, folder);
		expect(result.gaps.map(({ query, skipped, lost }) => [query, skipped, lost])).toEqual(result.gaps.map(({ query }) => [query, null, []]));
		const look = createLook(await openBuiltSearch(site));
		const manifest = siteManifestSchema.parse(JSON.parse(readFileSync(join(site, manifestPath), "utf8")));
		const unanswered: string[] = [];
		for (const { about, phrasings } of vocabulary.gaps) {
			for (const query of phrasings) {
				const { results, articles } = await look(query);
				if (results === 0 || !articles.slice(0, 3).includes(answers.get(about) ?? "")) unanswered.push(query);
			}
		}
		expect(unanswered).toEqual([]);

		const topics = vocabulary.gaps.map(({ about, phrasings, category }) => ({ article: answers.get(about) ?? "", phrasings, category }));
		const revisionOf = (id: string) => manifest.articles[id]?.revision ?? "";
		const week = await planWeekAfter({ seed, look, revisionOf, topics, from: monday, zone: manifest.support.timeZone, each: 3 });
		await deploy(site, (week[0]?.chores ?? 0) - 23 * 3_600_000);
		for (const day of week) await play(day);
		const after = await ask<GapsReport>("gaps?days=28");
		const closed = gaps.map(({ id }) => after.gaps.find((gap) => gap.id === id));
		expect(closed.map((gap) => [gap?.state, gap?.landed?.since])).toEqual(gaps.map(() => ["closed", monday]));
	});
});
