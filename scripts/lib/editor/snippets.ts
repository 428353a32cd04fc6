import { readFileSync } from "node:fs";
import { join } from "node:path";
import { articleTypes } from "#site/schemas/article.ts";
import { root } from "../paths.ts";
import { templateName } from "../templates/fill.ts";
import { componentSnippets } from "./component-snippets.ts";

/** A snippet as VS Code reads it. */
export interface Snippet {
	scope: "mdx";
	prefix: string;
	description: string;
	body: string[];
}

/** All snippets for articles, by name: one for each component and one for each type of article. */
export function snippets(): Record<string, Snippet> {
	const components = Object.entries(componentSnippets).map(([name, { description, body }]): [string, Snippet] => [
		name,
		{ scope: "mdx", prefix: name, description, body: [...body.split("\n"), "$0"] },
	]);
	const articles = articleTypes.map((type): [string, Snippet] => [
		`Article: ${type}`,
		{
			scope: "mdx",
			prefix: `article-${type}`,
			description: `A whole ${type} article, with hints on what to write`,
			body: toSnippet(readFileSync(join(root, "scripts/lib/templates", templateName(type)), "utf8"))
				.trimEnd()
				.split("\n"),
		},
	]);
	return Object.fromEntries([...components, ...articles]);
}

/** Turns a template of `npm run new` into a snippet: each TODO becomes a place to fill in. */
function toSnippet(template: string): string {
	let place = 2;
	return template
		.replaceAll(/[\\$]/g, "\\$&")
		.replaceAll(/TODO: ([^"|\n]*[^"|\n ])/g, (_, hint: string) => `\${${++place}:${hint.replaceAll("}", "\\}")}}`)
		.replaceAll("__TITLE__", "${1:How do I name the task?}")
		.replaceAll("__OWNER__", "${2:team}")
		.replaceAll("__TODAY__", "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE");
}
