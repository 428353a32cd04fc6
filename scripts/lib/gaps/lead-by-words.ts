import type { Article } from "../checks/model.ts";
import { lostOf, placesOf, type Place } from "./find-words.ts";
import { addKeywords } from "./keywords.ts";
import type { PlannedGap } from "./planned.ts";
import { freshSynonyms, synonymEntries, synonymsFor, vocabularyOf, type OneWay } from "./synonym-entries.ts";
import type { Workbench } from "./workbench.ts";
import { appendEntries } from "./yaml-list.ts";

const synonymsFile = "data/synonyms.yml";

/** A gap whose article says it in other words, with the phrasings that do not find it. */
interface Lost {
	planned: PlannedGap;
	places: Place[];
}

/**
 * Makes articles findable by words that they do not use. A word that no article knows becomes a synonym, if that helps; whatever is not
 * found then becomes a keyword of the article alone, as it does at once for an article that is still a stub.
 *
 * @param keywordsOnly ids of gaps whose synonyms would break other searches
 */
export async function leadByWords(gaps: readonly PlannedGap[], bench: Workbench, keywordsOnly: ReadonlySet<string>): Promise<void> {
	const before = await lostAmong(gaps, bench);
	await trySynonyms(
		before.filter(({ planned }) => !planned.stub && !keywordsOnly.has(planned.gap.id)),
		bench,
	);
	for (const { planned, places } of await lostAmong(gaps, bench)) {
		const article = articleOf(planned, bench);
		if (!article) continue;
		const { text, added } = addKeywords(
			article.text,
			places.map(({ words }) => words),
		);
		bench.write(article.path, text);
		if (added.length > 0) planned.made.push(`Keywords of ${article.id}: ${added.map((words) => `“${words}”`).join(", ")}.`);
	}
	for (const planned of gaps)
		if (!planned.stub && !before.some((lost) => lost.planned === planned)) planned.made.push("Nothing but search tests: its words find the article already.");
}

/** The published article of a gap in the default locale. */
export function articleOf({ article }: Pick<PlannedGap, "article">, bench: Workbench): Article | undefined {
	const { byId, defaultLocale } = bench.content();
	const found = byId.get(`${defaultLocale}:${article}`);
	return found?.draft || found?.archived ? undefined : found;
}

async function lostAmong(gaps: readonly PlannedGap[], bench: Workbench): Promise<Lost[]> {
	const search = await bench.search();
	const all = await Promise.all(gaps.map(async (planned) => ({ planned, places: lostOf(await placesOf(planned, search)) })));
	return all.filter(({ places }) => places.length > 0);
}

/** Adds the synonyms that help: of those that are tried, only the ones in a phrasing that is found by them stay. */
async function trySynonyms(lost: readonly Lost[], bench: Workbench): Promise<void> {
	const content = bench.content();
	const vocabulary = vocabularyOf(content);
	const wanted = lost.flatMap(({ planned, places }) => {
		const article = articleOf(planned, bench);
		if (!article) return [];
		return places.flatMap(({ words, answer }) =>
			synonymsFor(answer, article, vocabulary, content.defaultLocale).map((synonym) => ({ planned, words, synonym })),
		);
	});
	if (wanted.length === 0) return;
	const before = bench.read(synonymsFile);
	const known = content.data.synonyms.data ?? { both: [], oneWay: [] };
	function put(those: typeof wanted): OneWay[] {
		const fresh = freshSynonyms(
			those.map(({ synonym }) => synonym),
			known,
			content.defaultLocale,
		);
		bench.write(synonymsFile, appendEntries(before, ["oneWay"], synonymEntries(fresh)));
		return fresh;
	}
	put(wanted);
	const still = await lostAmong([...new Set(wanted.map(({ planned }) => planned))], bench);
	const isLost = (planned: PlannedGap, words: string) => still.some((one) => one.planned === planned && one.places.some((place) => place.words === words));
	const kept = put(wanted.filter(({ planned, words }) => !isLost(planned, words)));
	for (const [planned, own] of Map.groupBy(wanted, (one) => one.planned)) {
		const added = kept.filter((synonym) => own.some((one) => one.synonym === synonym)).map(({ from, to }) => `“${from}” → “${to.join("”, “")}”`);
		if (added.length > 0) planned.made.push(`Synonyms, one way: ${added.join("; ")}.`);
	}
}
