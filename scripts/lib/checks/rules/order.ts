import type { Finding } from "#site/lib/finding.ts";
import type { Article, Body, Rule } from "../model.ts";
import { error } from "../report.ts";

const order = ["QuickAnswer", "BeforeYouStart", "Steps", "Troubleshooter", "Troubleshooting"];
const releaseOrder = ["New", "Improved", "Fixed"];
const why = "Readers find the parts of every article in the same order, the answer first.";

/** template/order: sections stand in the order of the template. */
export const sectionOrder: Rule = ({ articles }) =>
	articles.flatMap((article) =>
		article.body ? [...sections(article, article.body), ...answerFirst(article, article.body), ...release(article, article.body)] : [],
	);

function sections(article: Article, { elements }: Body): Finding[] {
	const found = elements.filter(({ name }, index) => order.includes(name) && elements.findIndex((other) => other.name === name) === index);
	const again = elements.filter(({ name }, index) => name === "QuickAnswer" && elements.findIndex((other) => other.name === name) !== index);
	return [
		...found.flatMap((element, index) => {
			const earlier = found.slice(0, index).find(({ name }) => order.indexOf(name) > order.indexOf(element.name));
			return earlier
				? [
						error("template/order", article, element, {
							what: `<${element.name}> stands after <${earlier.name}>`,
							why,
							remedy: `Move <${element.name}> … </${element.name}> before <${earlier.name}>.`,
						}),
					]
				: [];
		}),
		...again.map((element) =>
			error("template/order", article, element, {
				what: "there is a second <QuickAnswer>",
				why: "Search shows one quick answer for an article.",
				remedy: "Keep the most common solution and move the other into the text.",
			}),
		),
	];
}

function answerFirst(article: Article, { tree, elements }: Body): Finding[] {
	const answer = elements.find(({ name }) => name === "QuickAnswer");
	const first = tree.children.find(({ type }) => !["mdxjsEsm", "mdxFlowExpression", "definition"].includes(type));
	const line = first?.position?.start.line;
	if (!answer || line === undefined || line >= answer.line || elements.some((element) => element.line === line && order.includes(element.name))) return [];
	return [
		error(
			"template/order",
			article,
			{ line, column: 1 },
			{ what: "text stands before <QuickAnswer>", why, remedy: "Move it below </QuickAnswer>, or into the summary." },
		),
	];
}

function release(article: Article, { headings }: Body): Finding[] {
	if (article.type !== "release-notes") return [];
	const found = headings.filter(({ depth, text }) => depth === 2 && releaseOrder.includes(text));
	return found.flatMap((heading, index) => {
		const earlier = found.slice(0, index).find(({ text }) => releaseOrder.indexOf(text) > releaseOrder.indexOf(heading.text));
		return earlier
			? [
					error("template/order", article, heading, {
						what: `"${heading.text}" stands after "${earlier.text}"`,
						why,
						remedy: `Order the sections: ${releaseOrder.join(", ")}.`,
					}),
				]
			: [];
	});
}
