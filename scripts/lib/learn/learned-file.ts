import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDataFile } from "#site/lib/data-file.ts";
import { describeFinding } from "#site/lib/finding.ts";
import { learnedWordsSchema, type LearnedWordsData } from "#site/schemas/search.ts";
import { writeSafely } from "../write-safely.ts";

/** The file that `npm run learn` writes, below the content folder. */
export const learnedFile = "data/learned-words.yml";

const defaultHeader = `# Searches that readers really typed before an article helped them, by article. Made by \`npm run learn\`, which keeps this comment.
# Review it like any other change. Fields: learnedWordsSchema in site/schemas/search.ts.
`;

/** The comment that a text begins with. */
function headerOf(text: string): string {
	return /^(?:\uFEFF)?((?:[ \t]*(?:#.*)?\r?\n)*)/.exec(text)?.[1] ?? "";
}

/** An id that YAML would read as a number or a word of its own is quoted. */
const id = (article: string) => (article.includes("/") ? article : JSON.stringify(article));

/** The whole file: a line for each search, so that a review shows what came and what went. */
export function renderLearned(words: LearnedWordsData, before = ""): string {
	const header = headerOf(before) || defaultHeader;
	if (words.length === 0) return `${header}[]\n`;
	const entries = words.map(({ article, searches }) =>
		[
			`- article: ${id(article)}`,
			"  searches:",
			...searches.map((search) => `    - { words: ${JSON.stringify(search.words)}, visitors: ${search.visitors} }`),
		].join("\n"),
	);
	return `${header}${entries.join("\n")}\n`;
}

/** A search of an article, as the difference names it. */
export interface Change {
	article: string;
	words: string;
}

/** What came and what went; a search whose number of visitors alone has changed is neither. */
export function compareLearned(before: LearnedWordsData, after: LearnedWordsData): { added: Change[]; removed: Change[] } {
	const flat = (data: LearnedWordsData) =>
		new Map(data.flatMap(({ article, searches }) => searches.map(({ words }): [string, Change] => [`${article}\n${words}`, { article, words }])));
	const [old, now] = [flat(before), flat(after)];
	return {
		added: [...now].filter(([key]) => !old.has(key)).map(([, change]) => change),
		removed: [...old].filter(([key]) => !now.has(key)).map(([, change]) => change),
	};
}

/** The file as it is; `problems` says what is wrong with it. */
export function readLearned(contentFolder: string, display: string): { text: string; words: LearnedWordsData; problems: string[] } {
	const path = join(contentFolder, learnedFile);
	const text = existsSync(path) ? readFileSync(path, "utf8") : "";
	const { data, problems } = readDataFile(learnedWordsSchema, text, display);
	return { text, words: data ?? [], problems: problems.map(describeFinding) };
}

/** Writes the file whole: whoever reads it meanwhile gets the old one or the new one. */
export function writeLearned(contentFolder: string, text: string): void {
	writeSafely(join(contentFolder, learnedFile), text);
}
