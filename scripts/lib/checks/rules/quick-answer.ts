import type { Finding } from "#site/lib/finding.ts";
import type { Article, Element, Rule } from "../model.ts";
import { warning } from "../report.ts";

const longest = 60;
const mostSentences = 2;
const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
/** After a label like **Forgot password?** the sentence goes on. */
const begins = /^[^\p{L}\p{N}]*(?!\p{Ll})[\p{L}\p{N}]/u;

/** quick-answer/length: short enough to read at a glance, in words and sentences. quick-answer/repeated: it says more than the summary. */
export const quickAnswer: Rule = ({ articles }) =>
	articles.flatMap((article) => (article.body?.elements ?? []).filter(({ name }) => name === "QuickAnswer").flatMap((element) => check(article, element)));

function check(article: Article, element: Element): Finding[] {
	const words = element.text.split(/\s+/).filter(Boolean).length;
	const findings: Finding[] = [];
	if (words > longest) {
		findings.push(
			warning("quick-answer/length", article, element, {
				what: `the quick answer has ${words} words; at most ${longest} are good`,
				why: "It is shown in search results and read at a glance.",
				remedy: "Keep the most common solution in one or two sentences; move the rest to the steps.",
			}),
		);
	}
	const count = [...sentences.segment(element.text)].filter(({ segment }) => begins.test(segment)).length;
	if (words <= longest && count > mostSentences) {
		findings.push(
			warning("quick-answer/length", article, element, {
				what: `the quick answer has ${count} sentences; at most ${mostSentences} are good`,
				why: "It is shown in search results and read at a glance.",
				remedy: "Keep the most common solution; move conditions and what happens afterwards to the steps.",
			}),
		);
	}
	if (words > 0 && plain(element.text) === plain(String(article.frontMatter.raw["summary"] ?? ""))) {
		findings.push(
			warning("quick-answer/repeated", article, element, {
				what: "the quick answer repeats the summary word for word",
				why: "Both are shown together; the reader learns nothing new.",
				remedy: "Let the summary say what the article is about and the quick answer what to do.",
			}),
		);
	}
	return findings;
}

function plain(text: string): string {
	return text.replace(/[*_`]/g, "").replace(/\s+/g, " ").trim();
}
