import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { libraryPath, librarySchema } from "#contract/read-api.ts";
import { outFolder } from "#scripts/lib/paths.ts";
import { builtLetters } from "../bench/answers/built-articles.ts";
import { letters } from "../bench/answers/judge.ts";
import { halfOf, halves, readQuestions } from "../bench/answers/question-set.ts";

const questions = readQuestions();

/** Articles of a language by id, with the ids of their headings. */
function articlesOf(locale: string): Map<string, string[]> {
	const { articles } = librarySchema.parse(JSON.parse(readFileSync(join(outFolder, libraryPath(locale)), "utf8")));
	return new Map(articles.map(({ id, headings }) => [id, headings.map((heading) => heading.id)]));
}

it.each([...new Set(questions.map(({ locale }) => locale))])("the questions in %s name articles and headings that there are", (locale) => {
	const articles = articlesOf(locale);
	const missing = questions
		.filter((question) => question.locale === locale)
		.flatMap(({ id, sources }) => sources.map((source) => ({ id, source })))
		.filter(({ source }) => {
			const [article = "", heading] = source.split("#");
			return !(heading === undefined ? articles.has(article) : articles.get(article)?.includes(heading));
		});
	expect(missing).toEqual([]);
});

it("knows the words of an article as its page has them", () => {
	const lettersOf = builtLetters(outFolder);
	expect(lettersOf("en", "account-and-billing/reset-your-password")).toContain(letters("Open the link we send within 60 minutes"));
	expect(lettersOf("en", "account-and-billing/nothing")).toBeNull();
});

it.each(halves)("holds enough questions of each kind and language in the half %s", (half) => {
	const groups = Map.groupBy(questions, ({ kind, locale }) => (kind === "answerable" ? `${kind} ${locale}` : kind));
	const shares = [...groups.values()].map((group) => group.filter((question) => halfOf(question) === half).length / group.length);
	expect(Math.min(...shares)).toBeGreaterThan(0.3);
});
