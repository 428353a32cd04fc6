import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { makeArticles, type GrownArticle } from "./make-articles.ts";
import { makeContent } from "./make-content.ts";

/** Articles that share a picture, as those of a category do. */
const perPicture = 4;
/** Articles for each search test and each old address. */
const perTest = 25;

const picture =
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 450" role="img"><title>The page</title><rect width="800" height="450" fill="#eee"/></svg>\n';

function pictureOf(id: string, number: number): string {
	return `${dirname(id)}/images/page-${Math.floor(number / perPicture)}.svg`;
}

/** The made text as a how-to article: components, links to its neighbours, a picture, old addresses. */
function guide({ title, summary, keywords, body, id }: GrownArticle, number: number, all: GrownArticle[]): string {
	const neighbour = (steps: number) => all[(number + steps) % all.length]?.id ?? id;
	const [first = "", ...sections] = body.split("\n\n## ");
	const [answer = first, ...rest] = first.split(". ");
	const steps = sections.map((section) => section.split("\n\n"));
	const matter = {
		title,
		summary,
		type: "how-to",
		keywords,
		owner: "support",
		lastReviewed: new Date().toISOString().slice(0, 10),
		related: [neighbour(40), neighbour(80), neighbour(120)],
		nextSteps: [neighbour(1)],
		...(number % perTest === 0 ? { redirectFrom: [`/old/${number}/`] } : {}),
	};
	return `---\n${stringify(matter)}---\n
<QuickAnswer>\n\n${answer}.\n\n</QuickAnswer>\n
<BeforeYouStart>\n\n- You have read [the article before this](/${neighbour(7)}/#steps).\n- ${rest.join(". ") || "You are signed in."}\n\n</BeforeYouStart>\n
<Steps>\n
${steps
	.slice(0, 4)
	.map(
		([heading = "", text = ""], step) =>
			`<Step title="${heading}">\n\n${text}\n${step === 0 ? `\n![The page of ${heading}](./images/${pictureOf(id, number).split("/").at(-1)})\n` : ""}\n</Step>`,
	)
	.join("\n\n")}\n
</Steps>\n
<Troubleshooting>\n
${steps
	.slice(4)
	.map(
		([heading = "", text = ""]) =>
			`<Problem title="${heading}">\n\n<Cause>\n\n${text.split(". ")[0]}.\n\n</Cause>\n\n<Solution>\n\n${text.split(". ").slice(1).join(". ")}\n\n</Solution>\n\n</Problem>`,
	)
	.join("\n\n")}\n
<IfThisFails>\n\nSee [the next article](/${neighbour(3)}/), or [contact us](/contact/).\n\n</IfThisFails>\n
</Troubleshooting>\n`;
}

/** Writes a content folder of so many how-to articles as writers leave them, with pictures, relations, redirects and search tests. */
export function makeGuides(folder: string, count: number): void {
	const articles = makeArticles(count);
	makeContent(folder, articles);
	articles.forEach((article, number) => {
		writeFileSync(join(folder, "articles/en", `${article.id}.mdx`), guide(article, number, articles));
		if (number % perPicture !== 0 && dirname(articles[number - 1]?.id ?? "") === dirname(article.id)) return;
		const file = join(folder, "articles/en", pictureOf(article.id, number));
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, picture);
	});
	const tested = articles.filter((_, number) => number % perTest === 0);
	writeFileSync(join(folder, "data/search-tests.yml"), stringify(tested.map(({ id, title }) => ({ query: title, expect: id, within: 10 }))));
	writeFileSync(join(folder, "data/redirects.yml"), stringify(tested.map(({ id }, number) => ({ from: `/older/${number}/`, to: `/${id}/` }))));
}
