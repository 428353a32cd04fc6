import { shorten } from "../../shorten.ts";
import type { Article, Rule } from "../model.ts";
import { error } from "../report.ts";

/** template/todo: nothing of a fresh template is left to fill in. */
export const todo: Rule = ({ articles }) =>
	articles.flatMap((article) =>
		shownText(article)
			.split("\n")
			.flatMap((text, index) => {
				const found = /\bTODO\b:?\s*(.*)/.exec(text);
				if (!found) return [];
				const hint = shorten(found[1]?.replace(/[">|]+$/, "").trim() ?? "", 80);
				return [
					error(
						"template/todo",
						article,
						{ line: index + 1, column: found.index + 1 },
						{
							what: hint ? `still to do: ${hint}` : "there is a TODO left",
							why: "Readers would see it.",
							remedy: "Write the text, then delete the word TODO.",
						},
					),
				];
			}),
	);

/** The comment of a stub is a fresh template for its writer; nobody else sees it. */
function shownText({ text, stub }: Article): string {
	return stub ? text.replace(/\{\/\*[\s\S]*?\*\/\}/g, (comment) => comment.replace(/[^\n]/g, " ")) : text;
}
