import { stringify } from "yaml";
import type { ArticleType } from "#site/schemas/article.ts";

/** Words a question starts with; an address does without them. */
const opening = new Set("how what whats why where when which who do does did can could should would will may am is are to i we you".split(" "));

/** The last part of the address: the task, without the question around it. Example: `add-esg-data` */
export function slugOf(title: string): string {
	const words = title
		.toLowerCase()
		.normalize("NFKD")
		.replace(/[\p{M}'’]/gu, "")
		.split(/[^a-z0-9]+/)
		.filter(Boolean);
	const start = words.findIndex((word) => !opening.has(word));
	return words
		.slice(Math.max(start, 0))
		.map((word) => (word === "my" || word === "our" ? "your" : word))
		.join("-");
}

/** Fills in a template. */
export function fillTemplate(template: string, { title, owner, today }: { title: string; owner: string; today: string }): string {
	return template
		.replaceAll("__TITLE__", () => yamlText(title))
		.replaceAll("__OWNER__", () => yamlText(owner))
		.replaceAll("__TODAY__", today);
}

/** Quoted only where YAML needs it. */
function yamlText(text: string): string {
	return stringify(text, { lineWidth: 0, defaultStringType: "PLAIN" }).trim();
}

/** File name of a type's template. */
export function templateName(type: ArticleType): string {
	return `${type}.mdx`;
}
