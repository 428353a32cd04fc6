import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { readContentData } from "#site/lib/content-data.ts";
import { buildSite } from "./lib/build-site.ts";
import { openBuiltSearch, type BuiltSearch } from "./lib/built-search.ts";
import { fail, misuse, runCommand } from "./lib/command-line.ts";
import { outFolder } from "./lib/paths.ts";
import { searchFiguresText } from "./lib/reporters/search-figures.ts";
import { explain } from "./lib/search/explain.ts";
import { readQueries } from "./lib/search/read-queries.ts";
import { outcomesOf, runQueries } from "./lib/search/run-queries.ts";
import { writeSafely } from "./lib/write-safely.ts";

const usage = `
npm run search -- "words" [--mode browser|worker] [--locale LOCALE] [--category ID] [--type TYPE] [--json]
npm run search -- --queries FILE.jsonl [--json OUT.jsonl] [--mode browser|worker] [--locale LOCALE]

Searches the built site with the code that readers use; builds it first where something has changed (KB_CONTENT, KB_OUT).

With words: explains the ranking: repairs, synonyms, weights, scores, and whether there is an answer.
With --queries: asks every line {"query", "expected": [ids or addresses] | null}, writes a line each
{"query", "results": [{"id", "url", "score"}], "answered", "confidence", "ms"} to --json, and prints recall, zero-result rate,
how many questions without an answer were recognised, and times.

  --mode      browser: with the full text (default); worker: the compact index alone, as pages without JavaScript
  --locale    the language to search. Default: the centre's first one
  --json      with words: print the answer as JSON; with --queries: the file to write

Exit codes: 0 searched, 1 no index or a mistake in the file, 2 wrong use.`;

interface Asked {
	mode: string;
	locale: string | undefined;
}

async function openSearch({ mode, locale }: Asked): Promise<{ opened: BuiltSearch; search: BuiltSearch["search"] }> {
	const { site, locales } = readContentData();
	const known = [site.defaultLocale, ...Object.keys(locales)];
	if (locale !== undefined && !known.includes(locale)) misuse(`--locale is "${locale}"; the site has: ${known.join(", ")}.`);
	await buildSite({ say: (line) => console.error(line) });
	const opened = await openBuiltSearch(outFolder, locale === undefined || locale === site.defaultLocale ? "" : `/${locale}`);
	return { opened, search: mode === "worker" ? opened.compact : opened.search };
}

async function searchAll(file: string, out: string | undefined, asked: Asked): Promise<number> {
	if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return fail(`There is no file ${file}.`);
	if (out !== undefined && !statSync(dirname(resolve(out)), { throwIfNoEntry: false })?.isDirectory())
		return fail(`There is no folder for ${out}. Make it first.`);
	const lines = readQueries(readFileSync(file, "utf8"), file);
	const { search } = await openSearch(asked);
	const results = await runQueries(search, lines, (done) => done % 1000 === 0 && console.error(`${done} of ${lines.length}`));
	if (out !== undefined) writeSafely(out, results.map((result) => `${JSON.stringify(result)}\n`).join(""));
	const outcomes = outcomesOf(lines, results);
	console.log(
		outcomes.length > 0 ? searchFiguresText(outcomes) : `${results.length} queries asked; none says what is expected, so there is nothing to measure.`,
	);
	return 0;
}

// "--json" takes a file with --queries and nothing with words; parseArgs knows only one of the two.
const bare = process.argv.indexOf("--json");
if (bare >= 0 && !process.argv.some((given) => /^--queries(?:=|$)/.test(given))) process.argv[bare] = "--as-json";

await runCommand({
	usage,
	options: {
		queries: { type: "string" },
		json: { type: "string" },
		"as-json": { type: "boolean" },
		mode: { type: "string", default: "browser" },
		locale: { type: "string" },
		category: { type: "string" },
		type: { type: "string" },
	},
	async main({ values, positionals }) {
		if (values.mode !== "browser" && values.mode !== "worker") misuse(`--mode is "${values.mode}"; allowed: browser, worker.`);
		const asked = { mode: values.mode, locale: values.locale };
		if (values.queries !== undefined) {
			if (positionals.length > 0) misuse("Give words or --queries, not both.");
			if (values.category !== undefined || values.type !== undefined) misuse("--category and --type go with words, not with --queries.");
			return searchAll(values.queries, values.json, asked);
		}
		const query = positionals.join(" ");
		if (query.trim() === "") misuse('Say what to search for: npm run search -- "reset password".');
		const { opened, search } = await openSearch(asked);
		const { category, type } = values;
		const { categories, types } = opened.index.root;
		if (category !== undefined && !categories.some((known) => known === category || known.startsWith(`${category}/`)))
			misuse(`--category is "${category}"; the site has: ${categories.join(", ")}.`);
		if (type !== undefined && !types.includes(type)) misuse(`--type is "${type}"; the site has: ${types.join(", ")}.`);
		const answer = await search(query, { complete: true, ...(category && { category }), ...(type && { type }) });
		if (values["as-json"]) {
			const { results, terms, answered, confidence, total, didYouMean } = answer;
			console.log(JSON.stringify({ query, answered, confidence, didYouMean, total, terms, results }, null, "\t"));
			return 0;
		}
		const places = await opened.placesOf(answer.results.map(({ document }) => document.id));
		console.log(explain(answer, opened.index, { mode: values.mode === "browser" ? "full" : "compact", places }));
		return 0;
	},
});
