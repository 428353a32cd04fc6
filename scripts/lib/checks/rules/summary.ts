import type { Finding } from "#site/lib/finding.ts";
import type { Article, Rule } from "../model.ts";
import { warning } from "../report.ts";
import { plainTitle, significantStems } from "../title-words.ts";

/** Words with which a summary announces its subject instead of telling something about it. English. */
const announcing =
	/\b(?:articles?|guides?|pages?|tutorials?|explains?|explained|describes?|shows?|tells?|covers?|contains?|information|learn|read|find out|here|steps?|instructions?|needs?|want)\b/gi;

/** summary/echo: the summary tells more than the title. */
export const summaryEcho: Rule = ({ articles }) => articles.filter(({ archived }) => !archived).flatMap(check);

function check(article: Article): Finding[] {
	const { title, frontMatter } = article;
	const summary = frontMatter.raw["summary"];
	if (title === undefined || typeof summary !== "string" || !echoes(summary, title, article.locale)) return [];
	return [
		warning("summary/echo", article, frontMatter.locateValue(["summary"]), {
			what: "the summary only repeats the title",
			why: "Both are shown together, so that readers can tell whether this is the right article.",
			remedy: "Say what the title leaves out: for whom it is, what it takes, or how it ends.",
		}),
	];
}

function echoes(summary: string, title: string, locale: string): boolean {
	if (plainTitle(summary) === plainTitle(title)) return true;
	const known = significantStems(title, locale);
	const told = [...significantStems(summary.replace(announcing, " "), locale)];
	return told.length > 0 && told.every((word) => known.has(word));
}
