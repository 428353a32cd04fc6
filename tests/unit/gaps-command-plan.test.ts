import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Gap } from "#contract/gaps.ts";
import { buildContent } from "#scripts/lib/checks/build-content.ts";
import { readContent, type RawContent } from "#scripts/lib/checks/read-content.ts";
import { runChecks } from "#scripts/lib/checks/run-checks.ts";
import { searchFindings } from "#scripts/lib/checks/search-tests.ts";
import { chooseGaps } from "#scripts/lib/gaps/choose-gaps.ts";
import { planGaps } from "#scripts/lib/gaps/plan-gaps.ts";
import type { Plan } from "#scripts/lib/gaps/planned.ts";
import { readGapsReport } from "#scripts/lib/gaps/read-gaps.ts";
import { summaryOf } from "#scripts/lib/gaps/summary.ts";

const root = resolve(import.meta.dirname, "../..");
const day = "2026-11-21";
const disk = readContent(join(root, "tests/fixtures/content-sound"));
const sound: RawContent = { ...disk, display: (path) => path };
const template = readFileSync(join(root, "scripts/lib/templates/how-to.mdx"), "utf8");

let made = 0;

/** A gap of the report; its id counts up. */
function gapOf(diagnosis: Gap["diagnosis"], phrasings: string[], article: string | null = null, more: Partial<Gap> = {}): Gap {
	return {
		id: String(++made).padStart(12, "0"),
		query: phrasings[0] ?? "",
		phrasings: phrasings.map((query, index) => ({ query, searches: 20 - index })),
		searches: 40,
		visitors: 15,
		zero: 30,
		refined: 5,
		ticketed: 3,
		abandoned: 2,
		previous: 12,
		firstSeen: "2026-11-01",
		lastSeen: "2026-11-20",
		trend: [],
		told: [],
		diagnosis,
		article: article === null ? null : { id: article, title: article, url: `/${article}/` },
		action: "",
		landed: null,
		state: "open",
		...more,
	};
}

function withTexts(raw: RawContent, changes: Iterable<[string, string]>): RawContent {
	const texts = new Map([...raw.texts, ...changes]);
	return { ...raw, texts, files: [...new Set([...raw.files, ...texts.keys()])].sort() };
}

const plan = (gaps: Gap[], raw = sound) => planGaps(gaps, raw, { minimum: 2, today: day, stub: { type: "how-to", template } });
const after = ({ files }: Plan, raw = sound) =>
	withTexts(
		raw,
		[...files].map(([path, written]) => [path, written.after]),
	);

/** What the check says of a folder: all errors, and the rules of its warnings about the given files. */
async function checked(raw: RawContent): Promise<string[]> {
	const content = buildContent(raw, day);
	return [...runChecks(content), ...(await searchFindings(content))].filter(({ level }) => level === "error").map(({ rule, what }) => `${rule}: ${what}`);
}

const four = () => [
	gapOf("no-article", ["dark mode", "night theme", 'can\'t stand the "bright" screen'], null, { told: ["something {dark} */ for my eyes"] }),
	gapOf("other-words", ["decimals", "comma instead of point"], "data-entry/number-rejected"),
	gapOf("not-clicked", ["add a value"], "data-entry/add-a-value"),
	gapOf("not-helpful", ["first report"], "reporting/first-report"),
];

describe("a plan", () => {
	it("changes what it takes, so that the check passes and the searches find", async () => {
		const planned = await plan(four());
		expect([...planned.files.keys()].sort()).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/dark-mode.mdx",
			  "articles/en/data-entry/number-rejected.mdx",
			  "data/gaps.yml",
			  "data/search-tests.yml",
			  "data/synonyms.yml",
			]
		`);
		expect(planned.gaps.map(({ lost, skipped }) => [lost, skipped])).toEqual(four().map(() => [[], null]));
		expect(await checked(after(planned))).toEqual([]);
		expect(planned.files.get("data/search-tests.yml")?.after).toMatchInlineSnapshot(`
			"- { query: type a number, expect: data-entry/add-a-value }
			- { query: sourdough, expect: none }
			# Searches that did not end well, 2026-11-21 (npm run gaps)
			- { query: dark mode, expect: data-entry/dark-mode, within: 3 }
			- { query: night theme, expect: data-entry/dark-mode, within: 3 }
			- { query: "can't stand the \\"bright\\" screen", expect: data-entry/dark-mode, within: 3 }
			- { query: decimals, expect: data-entry/number-rejected, within: 3 }
			- { query: comma instead of point, expect: data-entry/number-rejected, within: 3 }
			- { query: add a value, expect: data-entry/add-a-value, within: 3 }
			- { query: first report, expect: reporting/first-report, within: 3 }
			"
		`);
		expect([...planned.files.keys()].at(-1)).toBe("data/gaps.yml");
		expect(summaryOf({ from: "2026-10-22", to: day, sample: true }, planned)).toMatchInlineSnapshot(`
			"## Searches that do not end well: 4 of 4 gaps acted on

			What readers searched for from 2026-10-22 to 2026-11-21. These are searches of the SAMPLE DATA: nobody else has searched yet.

			| Readers search for | Searches | Visitors | Why it fails | What this changes | What is left for you |
			| --- | --- | --- | --- | --- | --- |
			| **dark mode**<br>also: night theme; can't stand the "bright" screen | 40 | 15 | no article answers | A stub of an article: data-entry/dark-mode, with the readers' words as keywords.<br>All 3 phrasings find data-entry/dark-mode on the first page; 3 search tests keep it so. | Write the article, or move it if it belongs elsewhere &#40;its folder is a guess&#41;; then delete \`stub: true\`. Until then it says that it is being written. |
			| **decimals**<br>also: comma instead of point | 40 | 15 | the article uses other words | Synonyms, one way: “decimals” → “number rejected”.<br>Keywords of data-entry/number-rejected: “comma instead of point”.<br>Both phrasings find data-entry/number-rejected on the first page; 2 search tests keep it so. | – |
			| **add a value** | 40 | 15 | found, but not opened | Its phrasing finds data-entry/add-a-value on the first page; a search test keeps it so. | Readers see data-entry/add-a-value &#40;“How do I add a value?”&#41; and do not open it: say in its summary that it answers this. |
			| **first report** | 40 | 15 | opened, but no help | Its phrasing finds reporting/first-report on the first page; a search test keeps it so. | Improve reporting/first-report: readers open it for this and say that it does not help. Their reasons and comments: https://help.sound.example/manage/articles |

			### Files

			- articles/en/data-entry/dark-mode.mdx (new)
			- articles/en/data-entry/number-rejected.mdx
			- data/gaps.yml (new)
			- data/search-tests.yml
			- data/synonyms.yml (new)

			Review it like any other change. Once it is published, the report watches these searches and says whether they end well now.
			"
		`);
	});

	it("adds nothing the second time", async () => {
		const gaps = four();
		const first = await plan(gaps);
		const second = await plan(gaps, after(first));
		expect([...second.files]).toEqual([]);
		expect(new Set(second.gaps.map(({ skipped }) => skipped))).toEqual(new Set([`a change of ${day} is for it already`]));
	});

	it("adds nothing twice for another gap with the same words", async () => {
		const first = await plan(four());
		const again = four();
		const second = await plan(again, after(first));
		expect([...second.files.keys()]).toEqual(["data/gaps.yml"]);
	});

	it("says of a gap that still fails that a person has to look", async () => {
		const gaps = four().slice(1, 2);
		const first = await plan(gaps);
		const second = await plan(
			gaps.map((gap) => ({ ...gap, state: "failing" as const })),
			after(first),
		);
		expect(second.gaps[0]?.skipped).toBe(`a change of ${day} is for it already, and its searches still fail: improve data-entry/number-rejected by hand`);
	});

	it("acts again on a gap that is open when its change is followed no more, and puts the new change in place of the old", async () => {
		const [gap, other] = [gapOf("other-words", ["decimals"], "data-entry/number-rejected"), gapOf("not-clicked", ["add a value"], "data-entry/add-a-value")];
		const entry = (id: string, added: string) =>
			`- id: "${id}"\n  query: old\n  phrasings: [old]\n  diagnosis: no-article\n  article: null\n  added: ${added}\n`;
		const before = (added: string) => withTexts(sound, [["data/gaps.yml", `# Ours.\n${entry(gap.id, added)}# Theirs.\n${entry(other.id, "2026-11-20")}`]]);
		const skipped = async (raw: RawContent, state: Gap["state"] = "open") => (await plan([{ ...gap, state }], raw)).gaps[0]?.skipped;
		expect(await skipped(before("2026-09-22"))).toBe("a change of 2026-09-22 is for it already");
		expect(await skipped(before("2026-09-21"), "watching")).toBe("a change of 2026-09-21 is for it already");
		const planned = await plan([gap, other], before("2026-09-21"));
		expect(planned.gaps.map(({ done }) => done)).toEqual([false, true]);
		expect(planned.files.get("data/gaps.yml")?.after).toMatchInlineSnapshot(`
			"# Ours.
			# Theirs.
			- id: "000000000029"
			  query: old
			  phrasings: [old]
			  diagnosis: no-article
			  article: null
			  added: 2026-11-20
			- id: "000000000028"
			  query: decimals
			  phrasings: [decimals]
			  diagnosis: other-words
			  article: data-entry/number-rejected
			  added: 2026-11-21
			"
		`);
		expect(summaryOf({ from: day, to: day, sample: false }, planned)).toContain("1 of 1 gap acted on\n");
		expect(summaryOf({ from: day, to: day, sample: false }, planned)).toContain(
			"### Changed before\n\n- “add a value”: a change of 2026-11-20 is for it already.\n",
		);
		const brackets = withTexts(sound, [
			["data/gaps.yml", `[{ id: "${gap.id}", query: old, phrasings: [old], diagnosis: no-article, article: null, added: 2026-09-01 }]\n`],
		]);
		const [one, ...more] = buildContent(after(await plan([gap], brackets), brackets), day).data.gaps.data ?? [];
		expect([one?.id, one?.added, more]).toEqual([gap.id, day, []]);
	});

	it("makes one article of two gaps about the same thing", async () => {
		const planned = await plan([gapOf("no-article", ["dark mode"]), gapOf("no-article", ["mode dark", "darker colours"])]);
		expect([...planned.files].filter(([path]) => path.startsWith("articles/")).map(([path]) => path)).toHaveLength(1);
		expect(planned.gaps.map(({ article, stub }) => [article, stub])).toEqual([
			["data-entry/dark-mode", true],
			["data-entry/dark-mode", false],
		]);
		expect(await checked(after(planned))).toEqual([]);
	});

	it("lets a search that had no answer expect the article that is made for it", async () => {
		const planned = await plan([gapOf("no-article", ["sourdough", "rye bread"])]);
		expect(planned.files.get("data/search-tests.yml")?.after).toContain("- { query: sourdough, expect: data-entry/sourdough }\n");
		expect(planned.gaps[0]?.made).toContain("Search tests that had no answer now expect it: “sourdough”.");
		expect(await checked(after(planned))).toEqual([]);
	});

	it("leaves a gap alone whose change would break another search", async () => {
		const raw = withTexts(sound, [
			["data/search-tests.yml", `${sound.texts.get("data/search-tests.yml") ?? ""}- { query: bread roll numbers, expect: none }\n`],
		]);
		const planned = await plan([gapOf("other-words", ["roll numbers of bread"], "data-entry/number-rejected"), gapOf("no-article", ["dark mode"])], raw);
		expect(planned.gaps.map(({ skipped }) => skipped)).toEqual([
			"the change would break the search “bread roll numbers” of data/search-tests.yml; decide which article should answer it",
			null,
		]);
		expect(await checked(after(planned, raw))).toEqual([]);
		expect(JSON.stringify([...planned.files])).not.toContain("roll numbers of bread");
	});

	it("finds an article by rare phrasings too, and keeps the most frequent ones by search tests", async () => {
		const phrasings = [
			"dark mode",
			"night theme",
			...Array.from({ length: 12 }, (_, index) => `dark mode ${"abcdefghijkl"[index] ?? ""}x`),
			"black background",
			"gloomy skin",
		];
		const planned = await plan([{ ...gapOf("no-article", phrasings), phrasings: phrasings.map((query, index) => ({ query, searches: 40 - index })) }]);
		expect(planned.gaps[0]?.lost).toEqual([]);
		expect(planned.gaps[0]?.made).toEqual([
			"A stub of an article: data-entry/dark-mode, with the readers' words as keywords.",
			"Keywords of data-entry/dark-mode: “black background”, “gloomy skin”.",
			"All 16 phrasings find data-entry/dark-mode on the first page; 12 search tests keep it so.",
		]);
		expect(await checked(after(planned))).toEqual([]);
	});

	it("says which article is a draft or archived, and where the report names none", async () => {
		const raw = withTexts(sound, [
			["articles/en/data-entry/faq.mdx", (sound.texts.get("articles/en/data-entry/faq.mdx") ?? "").replace("type: faq\n", "type: faq\ndraft: true\n")],
		]);
		const planned = await plan([gapOf("not-helpful", ["correct it"], "data-entry/faq"), gapOf("not-helpful", ["mend it"])], raw);
		expect(planned.gaps.map(({ skipped }) => skipped)).toEqual([
			"the article data-entry/faq is a draft here, so no search finds it",
			"the report names no article for it; look at what its readers opened",
		]);
		expect(planned.files.size).toBe(0);
	});

	it("writes nothing that may be about a person, and nothing for an article that is not there", async () => {
		const planned = await plan([
			gapOf("no-article", ["ada@corp.com", "call 020 7946 0018"], null, { told: ["I am ada@corp.com"] }),
			gapOf("other-words", ["decimals"], "data-entry/no-such"),
			gapOf("no-article", ["dark mode", "dark mode for ada@corp.com"], null, { told: ["I am ada@corp.com"] }),
		]);
		expect(planned.gaps.map(({ skipped }) => skipped)).toEqual([
			"none of its phrasings may be written down: they may be about a person, or are too long",
			"there is no article data-entry/no-such here; is this folder older than the site?",
			null,
		]);
		const everything = JSON.stringify([...planned.files]) + summaryOf({ from: day, to: day, sample: false }, planned);
		expect(everything).not.toMatch(/ada|corp\.com|7946/);
	});

	it("keeps words of readers words, in the summary too", async () => {
		const planned = await plan([gapOf("no-article", ["<img src=x> | @team [x](https://evil.example) `y`", "dark mode"])]);
		const [line = ""] = summaryOf({ from: day, to: day, sample: false }, planned)
			.split("\n")
			.filter((text) => text.includes("dark mode"));
		expect(line).not.toMatch(/<img|@team|\]\(|https:\/\//);
		expect(line.split("|")).toHaveLength(8);
		expect(await checked(after(planned))).toEqual([]);
	});

	it("keeps a phrasing a phrasing that ends its own quotation", async () => {
		const evil = "rolls” fixes #1 `rm` ~~gone~~ @team <b> [x](https://evil.example) “and";
		const planned = await plan([gapOf("other-words", [evil, "bread rolls and numbers"], "data-entry/number-rejected")]);
		const [first, ...others] = planned.gaps;
		if (!first) throw new Error("no gap was planned");
		const gaps = [{ ...first, made: [...first.made, `Keywords: “${evil}”.`], lost: [evil] }, { ...first, skipped: `it would break “${evil}”` }, ...others];
		const summary = summaryOf({ from: day, to: day, sample: false }, { ...planned, gaps });
		expect(summary.match(/rolls”/g)).toHaveLength(3);
		expect(summary).not.toMatch(/fixes #1|`rm`|~~|@team|<b>|\]\(|:\/\/evil/);
	});

	it("puts an article where it is told to", async () => {
		const planned = await planGaps([gapOf("no-article", ["dark mode"])], sound, {
			minimum: 2,
			today: day,
			stub: { type: "faq", template, category: "reporting/frameworks", owner: "design" },
		});
		expect(planned.files.get("articles/en/reporting/frameworks/dark-mode.mdx")?.after).toMatch(/^type: faq\n[\s\S]*^owner: design\n/m);
	});
});

describe("the gaps of a report", () => {
	const [open, watching, failing] = [
		gapOf("no-article", ["a"]),
		gapOf("no-article", ["b"], null, { state: "watching" }),
		gapOf("no-article", ["c"], null, { state: "failing" }),
	];

	it("are those that are open or still fail, the first ones, or those that are asked for", () => {
		const all = [open, watching, failing];
		const isDone = () => false;
		expect(chooseGaps(all, { take: 8, isDone }).gaps).toEqual([open, failing]);
		expect(chooseGaps(all, { take: 1, isDone }).gaps).toEqual([open]);
		expect(chooseGaps(all, { take: 8, isDone, only: [watching.id, "ffffffffffff"] })).toEqual({ gaps: [watching], unknown: ["ffffffffffff"] });
	});

	it("are not kept from their turn by those that a change is for already; these come along", () => {
		const [next, later] = [gapOf("no-article", ["d"]), gapOf("no-article", ["e"])];
		const isDone = ({ id }: Gap) => id === open.id || id === failing.id;
		expect(chooseGaps([open, watching, failing, next, later], { take: 1, isDone }).gaps).toEqual([open, failing, next]);
	});

	it("are read with what is known of them, and refused where something is missing", () => {
		const report = { from: day, to: day, sample: false, gaps: [{ ...open, later: 1 }] };
		expect(readGapsReport(report).report).toEqual({ ...report, gaps: [open] });
		expect(readGapsReport({ ...report, gaps: [{ ...open, diagnosis: "other", id: "x" }] }).problems).toMatchInlineSnapshot(`
			[
			  "gaps.0.id: Invalid string: must match pattern /^[0-9a-f]{12}$/",
			  "gaps.0.diagnosis: Invalid option: expected one of "no-article"|"other-words"|"not-clicked"|"not-helpful"",
			]
		`);
		expect(readGapsReport(null).problems).toHaveLength(1);
	});
});

describe("a gap", () => {
	it("is called by the right spelling, however often readers mistype it", async () => {
		const gap = gapOf("no-article", ["tablau dashboard", "tableau dashboard"], null, { query: "tableau dashboard" });
		const made = await plan([gap]);
		expect(made.gaps[0]).toMatchObject({ article: "data-entry/tableau-dashboard", words: ["tableau dashboard", "tablau dashboard"], lost: [] });
		expect(made.files.get("articles/en/data-entry/tableau-dashboard.mdx")?.after).toContain(
			'title: "Tableau dashboard: what should I know?"\nsummary: "Still being written: “tableau dashboard”."\n',
		);
		expect(made.files.get("data/gaps.yml")?.after).toContain("query: tableau dashboard\n");
		expect(summaryOf({ from: day, to: day, sample: false }, made)).toContain("| **tableau dashboard**<br>also: tablau dashboard |");
	});
});
