import type { Rule } from "../model.ts";
import { error } from "../report.ts";

/** headings/title: no `#` heading. headings/level: no level is skipped. */
export const headings: Rule = ({ articles }) =>
	articles.flatMap((article) =>
		(article.body?.headings ?? []).flatMap((heading) => {
			if (heading.depth === 1) {
				return [
					error("headings/title", article, heading, {
						what: `"${heading.text}" is a heading of the first level (#)`,
						why: "The title of the article is the only one; screen readers and search engines expect that.",
						remedy: "Start it with ## instead.",
					}),
				];
			}
			if (heading.depth <= heading.after + 1) return [];
			const wanted = "#".repeat(heading.after + 1);
			return [
				error("headings/level", article, heading, {
					what: `"${heading.text}" is of level ${heading.depth} below a heading of level ${heading.after}`,
					why: "Screen readers tell the structure by the level; a gap sounds as if something were missing.",
					remedy: `Start it with ${wanted} instead.`,
				}),
			];
		}),
	);
