import { nearest } from "#site/lib/nearest.ts";
import type { Finding } from "#site/lib/finding.ts";
import type { Content, Rule } from "../model.ts";
import { warning } from "../report.ts";

/** front-matter/* and data/*: what the schemas say. data/unread: every data file is one that is read. */
export const schema: Rule = (content) => [
	...content.articles.flatMap(({ frontMatter }) => frontMatter.problems),
	...Object.values(content.data).flatMap(({ problems }) => problems),
	...[...content.locales.values()].flatMap(({ problems }) => problems),
	...unread(content),
];

function unread({ files, display, data, locales }: Content): Finding[] {
	const known = [...Object.values(data), ...locales.values()].map(({ file }) => file);
	const found = [...files].filter((path) => /^data\/.*\.ya?ml$/.test(path)).map(display);
	return found
		.filter((file) => !known.includes(file))
		.map((file) => {
			const meant = nearest(file, known);
			return warning(
				"data/unread",
				{ file },
				{ line: 1, column: 1 },
				{
					what: `nobody reads this file${meant ? `  (did you mean ${meant}?)` : ""}`,
					why: "What it says has no effect.",
					remedy: meant ? `Rename it to ${meant}` : `Delete it, or move its lines to one of: ${known.join(", ")}.`,
				},
			);
		});
}
