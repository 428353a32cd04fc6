import { readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestPath, siteManifestSchema } from "#contract/site-manifest.ts";
import { openBuiltSearch } from "#scripts/lib/built-search.ts";
import { contentFolder } from "#site/lib/content-folder.ts";
import { judgeMonth, type Verdict } from "./judge.ts";
import { planMonth, type Month } from "./plan-month.ts";
import { replayMonth, type Replayed } from "./replay.ts";
import { createLook, readTopics } from "./topics.ts";
import { readVocabulary, type Vocabulary } from "./vocabulary.ts";

export interface PlayOptions {
	seed: number;
	/** Name of a vocabulary. */
	vocabulary: string;
	days: number;
	/** Readers' visits a day, about. */
	visits: number;
	/** The built site. */
	site: string;
	/** A folder of its own, removed in the end. */
	folder: string;
	say?: (line: string) => void;
}

/** The clocks of London change in this month. */
const from = "2026-10-12";

/** A month that was played, and what the reports made of it. */
export interface Played extends Replayed {
	month: Month;
	verdict: Verdict;
	vocabulary: Vocabulary;
}

/** Plays one month from its first reader to the manager's last evening, and hands it on while its Worker still answers. */
export async function playMonth<Use>(options: PlayOptions, use: (played: Played) => Use | Promise<Use>): Promise<Use> {
	const { seed, vocabulary: name, days, visits, site: built, folder, say = () => {} } = options;
	const site = siteManifestSchema.parse(JSON.parse(readFileSync(join(built, manifestPath), "utf8")));
	const look = createLook(await openBuiltSearch(built));
	const topics = await readTopics(contentFolder(), site, look);
	const vocabulary = readVocabulary(name);
	const month = await planMonth({ seed, vocabulary, topics, site, look, from, days, visits });
	const replayed = await replayMonth(month, { folder, site: built, say });
	try {
		const verdict = await judgeMonth(month, replayed, { site, gaps: vocabulary.gaps.map(({ about }) => about) });
		return await use({ ...replayed, month, verdict, vocabulary });
	} finally {
		await replayed.remove();
	}
}
