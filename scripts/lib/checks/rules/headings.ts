import type { Finding } from "#site/lib/finding.ts";
import type { Article, Heading, Rule } from "../model.ts";
import { offsetOf } from "../positions.ts";
import { error, withFix } from "../report.ts";

/** headings/title: no `#` heading. headings/level: no level is skipped. */
export const headings: Rule = ({ articles }) =>
	articles.flatMap((article) =>
		(article.body?.headings ?? []).flatMap((heading) => {
			if (heading.depth === 1) {
				return [
					withLevel(
						article,
						heading,
						2,
						error("headings/title", article, heading, {
							what: `"${heading.text}" is a heading of the first level (#)`,
							why: "The title of the article is the only one; screen readers and search engines expect that.",
							remedy: "Start it with ## instead.",
						}),
					),
				];
			}
			if (heading.depth <= heading.after + 1) return [];
			const wanted = "#".repeat(heading.after + 1);
			return [
				withLevel(
					article,
					heading,
					heading.after + 1,
					error("headings/level", article, heading, {
						what: `"${heading.text}" is of level ${heading.depth} below a heading of level ${heading.after}`,
						why: "Screen readers tell the structure by the level; a gap sounds as if something were missing.",
						remedy: `Start it with ${wanted} instead.`,
					}),
				),
			];
		}),
	);

/** The finding with what gives the heading its level; one that is underlined instead of marked by # is left to its writer. */
function withLevel({ path, text }: Article, heading: Heading, level: number, finding: Finding): Finding {
	const start = offsetOf(text, heading);
	const marks = /^#+(?=[ \t])/.exec(text.slice(start, start + 10))?.[0];
	if (marks?.length !== heading.depth) return finding;
	return withFix(finding, { path, start, end: start + marks.length, text: "#".repeat(level) });
}
