import type { Gap } from "#contract/gaps.ts";
import { buildContent } from "../checks/build-content.ts";
import type { Content } from "../checks/model.ts";
import type { RawContent } from "../checks/read-content.ts";
import { runChecks } from "../checks/run-checks.ts";
import { spellingKey } from "../learn/tidy.ts";
import { adviceFor } from "./advice.ts";
import { brokenBy } from "./broken-searches.ts";
import { firstPage, placesOf } from "./find-words.ts";
import { changeFor, gapsFile, rememberGaps } from "./gaps-file.ts";
import { articleOf, leadByWords } from "./lead-by-words.ts";
import { answerOf, makeStub } from "./make-stub.ts";
import { mostListed, usablePhrasings } from "./phrasings.ts";
import type { Plan, PlannedGap, StubChoices } from "./planned.ts";
import { addTests, expectInstead, knownTests, type SearchTest } from "./search-tests-file.ts";
import { questionOf } from "./title.ts";
import { createWorkbench, type Workbench } from "./workbench.ts";

/** What a plan is made from. */
interface PlanOptions {
	/** Fewest searches of a phrasing that is written down. */
	minimum: number;
	/** `YYYY-MM-DD` */
	today: string;
	stub: StubChoices;
	/** Hears what is being done. */
	say?: (line: string) => void;
}

/** Tries after which what still breaks other searches is left to a person. */
const mostRounds = 6;

/**
 * Plans the change for gaps, and proves it by searching the content as it would be: each phrasing that becomes a search test finds its
 * article, and no search that went well before goes wrong. What cannot be done so is left to a person, and said. Writes nothing.
 */
export async function planGaps(gaps: readonly Gap[], raw: RawContent, options: PlanOptions): Promise<Plan> {
	const { say = () => undefined, today } = options;
	const content = buildContent(raw, today);
	const before = { tests: content.data.searchTests.data?.length ?? 0, wrong: await createWorkbench(raw, today, content).wrongSearches() };
	const soundBefore = errorsOf(content);
	const lessons: Lessons = { refused: new Map(), keywordsOnly: new Set(), unsure: new Set() };
	for (let round = 1; ; round++) {
		say(round === 1 ? "Trying the change on the content …" : "Trying it again without what would break other searches …");
		const bench = createWorkbench(raw, today, content);
		const planned = await tryPlan(gaps, bench, lessons, options);
		const { culprits, unsure } = await brokenBy(planned, bench, before);
		const errors = [...errorsOf(bench.content())].filter(([finding]) => !soundBefore.has(finding));
		if (culprits.size + unsure.size + errors.length === 0) return { gaps: planned, files: gapsLast(bench.changes()) };
		for (const [id, query] of culprits) {
			if (lessons.keywordsOnly.has(id))
				lessons.refused.set(id, `the change would break the search “${query}” of data/search-tests.yml; decide which article should answer it`);
			lessons.keywordsOnly.add(id);
		}
		for (const query of unsure) lessons.unsure.add(query);
		for (const [finding, file] of errors) {
			const own = planned.find(({ article }) => article !== null && file.includes(`${article}.mdx`));
			if (own) lessons.refused.set(own.gap.id, `npm run check would say: ${finding}`);
		}
		// What breaks something after so many tries is a matter for a person.
		if (round >= mostRounds) for (const { gap } of planned) lessons.refused.set(gap.id, "no change was found that leaves all other searches as they are");
	}
}

/** What would stop the content from being published, with the file. */
function errorsOf(content: Content): Map<string, string> {
	const errors = runChecks(content).filter(({ level }) => level === "error");
	return new Map(errors.map(({ file, rule, what }) => [`${rule} ${file}: ${what}`, file]));
}

/** Who is stopped in the middle can begin again, as long as no gap is called done. */
function gapsLast(files: Plan["files"]): Plan["files"] {
	return new Map([...files].sort(([a], [b]) => Number(a === gapsFile) - Number(b === gapsFile)));
}

/** What earlier tries have taught. */
interface Lessons {
	/** Gaps for which nothing can be changed: id, and why. */
	refused: Map<string, string>;
	/** Gaps whose synonyms may be what breaks a search: ids. */
	keywordsOnly: Set<string>;
	/** Phrasings that do not make a search test. */
	unsure: Set<string>;
}

async function tryPlan(gaps: readonly Gap[], bench: Workbench, lessons: Lessons, options: PlanOptions): Promise<PlannedGap[]> {
	const search = await bench.search();
	const planned = gaps.map((gap) => begin(gap, bench.content(), lessons.refused, options));
	const open = () => planned.filter(({ skipped }) => skipped === null);
	for (const one of open().filter(({ gap }) => gap.diagnosis === "no-article")) {
		const answer = answerOf(questionOf(one.words[0] ?? one.gap.query), bench.content());
		if (!answer) await makeStub(one, bench, search, options.stub, options.today);
		else {
			one.article = answer.id;
			one.todo.push(`Look whether ${answer.id} answers it: ${answer.why} If it does not, write an article of its own.`);
		}
	}
	await leadByWords(
		open().filter(({ gap, article }) => article !== null && (gap.diagnosis === "other-words" || gap.diagnosis === "no-article")),
		bench,
		lessons.keywordsOnly,
	);
	for (const one of open()) {
		const article = articleOf(one, bench);
		if (article) one.todo.push(...adviceFor(one.gap, article, bench.content()));
	}
	await writeTests(open(), bench, lessons, options.today);
	rememberGaps(
		bench,
		open().map(({ gap: { id, query, diagnosis }, words, article }) => ({ id, query: words[0] ?? query, phrasings: words, diagnosis, article })),
		options.today,
	);
	return planned;
}

/** What is known of a gap before anything is changed. */
function begin(gap: Gap, content: Content, refused: ReadonlyMap<string, string>, { minimum, today }: PlanOptions): PlannedGap {
	const { words, left } = usablePhrasings(gap, minimum);
	const done = changeFor(gap, content.data.gaps.data ?? [], today);
	const nothing = { made: [], todo: [], lost: [], skipped: null };
	const planned: PlannedGap = { gap, words, left, article: gap.article?.id ?? null, stub: false, ...nothing, done: done !== undefined };
	const broken = refused.get(gap.id);
	if (done) {
		const fails = gap.state === "failing" ? `, and its searches still fail: improve ${done.article ?? "what they find"} by hand` : "";
		planned.skipped = `a change of ${done.added} is for it already${fails}`;
	} else if (words.length === 0) planned.skipped = "none of its phrasings may be written down: they may be about a person, or are too long";
	else if (broken !== undefined) planned.skipped = broken;
	else if (gap.diagnosis === "no-article") planned.article = null;
	else planned.skipped = missing(planned.article, content);
	return planned;
}

/** Why an article cannot be changed for a gap; null where it can. */
function missing(article: string | null, { byId, defaultLocale }: Content): string | null {
	if (article === null) return "the report names no article for it; look at what its readers opened";
	const found = byId.get(`${defaultLocale}:${article}`);
	if (!found) return `there is no article ${article} here; is this folder older than the site?`;
	return found.draft || found.archived ? `the article ${article} is ${found.draft ? "a draft" : "archived"} here, so no search finds it` : null;
}

const all = ["Its phrasing finds", "Both phrasings find"];

/** Searches that have to find their article from now on: the most frequent phrasings that do. */
async function writeTests(open: readonly PlannedGap[], bench: Workbench, { unsure }: Lessons, today: string): Promise<void> {
	const search = await bench.search();
	const tests: SearchTest[] = [];
	const instead = new Map<number, string>();
	const known = knownTests(bench.content());
	for (const planned of open) {
		const { article } = planned;
		if (article === null || !articleOf(planned, bench)) continue;
		for (const [rank, { words, place }] of (await placesOf(planned, search)).entries()) {
			const test = known.get(spellingKey(words));
			if (test && test.expect === "none" && place > 0) instead.set(test.index, article);
			else if (test && test.expect !== article)
				planned.todo.push(`data/search-tests.yml expects ${test.expect} for “${words}”; decide which of the two it is.`);
			if (place === 0) planned.lost.push(words);
			else if (rank < mostListed && !unsure.has(words)) tests.push({ query: words, article, within: place <= 3 ? 3 : firstPage });
		}
	}
	for (const planned of open) {
		const own = [...instead].filter(([, article]) => article === planned.article).map(([index]) => bench.content().data.searchTests.data?.[index]?.query);
		if (own.length > 0) planned.made.push(`Search tests that had no answer now expect it: ${own.map((query) => `“${query ?? ""}”`).join(", ")}.`);
	}
	expectInstead(bench, instead);
	addTests(bench, tests, `Searches that did not end well, ${today} (npm run gaps)`);
	for (const { words, lost, article, made } of open) {
		const own = tests.filter((test) => test.article === article && words.includes(test.query));
		if (own.length === 0) continue;
		const found = words.length - lost.length;
		const which = found < words.length ? `${found} of ${words.length} phrasings find` : (all[words.length - 1] ?? `All ${words.length} phrasings find`);
		made.push(`${which} ${article} on the first page; ${own.length === 1 ? "a search test keeps it so" : `${own.length} search tests keep it so`}.`);
	}
}
