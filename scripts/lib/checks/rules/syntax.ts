import type { Finding } from "#site/lib/finding.ts";
import type { Article, Rule } from "../model.ts";
import { error } from "../report.ts";

/** mdx/syntax: the text parses. mdx/braces and template/no-imports: it holds no code. */
export const syntax: Rule = ({ articles }) => articles.flatMap((article) => (article.bodyProblem ? [article.bodyProblem] : codeIn(article)));

function codeIn(article: Article): Finding[] {
	return (article.body?.code ?? []).map(({ place, kind, text }) => {
		const start = text.trim().split("\n")[0]?.slice(0, 40) ?? "";
		if (kind === "import") {
			return error("template/no-imports", article, place, {
				what: `an article imports and exports nothing: ${start}`,
				why: "Components are handed to every article, so that a content folder can live anywhere.",
				remedy: "Delete the line. If it is a sentence, start it with another word than import or export.",
			});
		}
		return error("mdx/braces", article, place, {
			what: `{${start}} is read as code`,
			why: "In MDX, braces hold JavaScript; the build would fail or show something else.",
			remedy: "Write it as code, like `{name}`, or as \\{name\\} in running text.",
		});
	});
}
