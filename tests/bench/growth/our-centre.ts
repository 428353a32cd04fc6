import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { makeContent } from "../lib/make-content.ts";
import type { GuideText } from "./text.ts";

const tableLine = (cells: string[]) => `| ${cells.join(" | ")} |`;

/** A table as Markdown. */
export function tableText([head = [], ...rows]: string[][]): string {
	return [tableLine(head), tableLine(head.map(() => "---")), ...rows.map(tableLine)].join("\n");
}

/** A listing as Markdown. */
export function listingText({ language, text }: GuideText["code"]): string {
	return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** A made article as a how-to article of this centre. */
export function ourArticle(text: GuideText): string {
	const { title, summary, keywords, next, related } = text;
	const lastReviewed = new Date().toISOString().slice(0, 10);
	const matter = { title, summary, type: "how-to", keywords, owner: "support", lastReviewed, related, nextSteps: next };
	const blocks = [
		"<QuickAnswer>",
		text.answer,
		"</QuickAnswer>",
		"<BeforeYouStart>",
		text.before.map((line) => `- ${line}`).join("\n"),
		"</BeforeYouStart>",
		"<Steps>",
		...text.steps.flatMap((step, number) => [`<Step title="${step.title}">`, step.text, ...extras(text, number), "</Step>"]),
		"</Steps>",
		"<Troubleshooting>",
		...text.problems.flatMap((problem) => [
			`<Problem title="${problem.title}">`,
			...["<Cause>", problem.cause, "</Cause>", "<Solution>", problem.solution, "</Solution>", "</Problem>"],
		]),
		"<IfThisFails>",
		`See [the next article](/${next[0] ?? ""}/), or [contact us](/contact/).`,
		"</IfThisFails>",
		"</Troubleshooting>",
	];
	return `---\n${stringify(matter)}---\n\n${blocks.join("\n\n")}\n`;
}

/** What stands in a step besides its text, the same in both centres. */
export function extras(text: GuideText, step: number): string[] {
	if (step === 0) return text.drawing === null ? [] : [`![The page of ${text.steps[0]?.title ?? ""}](./images/${text.drawing.name}.svg)`];
	return step === 1 ? [tableText(text.table)] : step === 2 ? [listingText(text.code)] : [];
}

/** Writes a content folder of these articles, in one language, since Starlight's is in one. */
export function makeOurCentre(folder: string, texts: GuideText[]): void {
	makeContent(folder, []);
	rmSync(join(folder, "data/locales"), { recursive: true, force: true });
	const tree = Map.groupBy([...new Set(texts.map(({ id }) => dirname(id)))], (id) => dirname(id));
	const named = (slug: string) => ({ slug, title: `All about ${slug}`, summary: `Articles on ${slug}.` });
	const categories = [...tree].map(([topic, parts]) => ({ ...named(topic), children: parts.map((part) => named(part.split("/").at(-1) ?? "")) }));
	writeFileSync(join(folder, "data/categories.yml"), stringify(categories));
	writeArticles(join(folder, "articles/en"), texts, ".mdx", ourArticle);
}

/** Writes articles and their drawings into a folder. */
export function writeArticles(folder: string, texts: GuideText[], ending: string, article: (text: GuideText) => string): void {
	for (const text of texts) {
		const file = join(folder, `${text.id}${ending}`);
		mkdirSync(join(dirname(file), "images"), { recursive: true });
		writeFileSync(file, article(text));
		if (text.drawing !== null) writeFileSync(join(dirname(file), `images/${text.drawing.name}.svg`), text.drawing.svg);
	}
}
