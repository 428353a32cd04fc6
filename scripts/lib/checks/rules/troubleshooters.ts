import GithubSlugger from "github-slugger";
import type { Finding, Place } from "#site/lib/finding.ts";
import { judgeTree } from "#site/lib/troubleshooter/judge-tree.ts";
import type { Article, Body, Element, Rule } from "../model.ts";
import { error } from "../report.ts";
import { treesIn, type SourceTree } from "../source-tree.ts";

/** Components that print headings, or ask themselves: in a question or an outcome they would break the page's outline. */
const sections = ["QuickAnswer", "BeforeYouStart", "Steps", "Troubleshooter", "Check", "Outcome", "Troubleshooting", "Faq"];

/** troubleshooter/…: whoever starts to answer comes to something that helps, and every part is there for somebody. */
export const troubleshooters: Rule = ({ articles }) => articles.flatMap((article) => (article.body ? judge(article, article.body) : []));

function judge(article: Article, body: Body): Finding[] {
	const [tree, ...others] = treesIn(body.tree);
	if (!tree) return [];
	return [
		...others.map(({ place }) =>
			error("troubleshooter/one", article, place, {
				what: "there is a second <Troubleshooter>",
				why: "A page leads a reader along one path; nobody could tell which questions belong together.",
				remedy: "Make one of the two, with a question that tells them apart, or write an article of its own.",
			}),
		),
		// Of an id that is not there, template/component-attribute tells.
		...judgeTree(tree)
			.filter(({ rule, at }) => !(rule === "troubleshooter/id" && at && "id" in at && at.id === ""))
			.map(({ rule, at, what, why, remedy }) => error(rule, article, placeIn(tree, at), { what, why, remedy })),
		...takenIds(article, body, tree),
		...body.elements.filter(({ name }) => sections.includes(name)).flatMap((element) => nested(article, element)),
		...headingsInside(article, body),
	];
}

function placeIn({ place, nodes, choices }: SourceTree, at: ReturnType<typeof judgeTree>[number]["at"]): Place {
	if (at === undefined) return place;
	return nodes.find((node) => node === at) ?? ("to" in at ? choices.get(at) : undefined) ?? place;
}

/** An id that a heading of the article has already. */
function takenIds(article: Article, { headings, elements }: Body, { nodes }: SourceTree): Finding[] {
	const slugger = new GithubSlugger();
	const fixed: Record<string, string> = { QuickAnswer: "quick-answer", BeforeYouStart: "before-you-start", Steps: "steps", Troubleshooting: "troubleshooting" };
	const own = new Set(nodes.map(({ node }) => `${node.position?.start.line}:${node.position?.start.column}`));
	const taken = new Map([
		...elements.flatMap((element): [string, Place][] => {
			const { id } = element.attributes;
			const printed = id ?? (element.name === "Troubleshooter" ? "troubleshooter" : fixed[element.name]);
			return printed === undefined || own.has(`${element.line}:${element.column}`) ? [] : [[printed, element]];
		}),
		...headings.map((heading): [string, Place] => [slugger.slug(heading.text), heading]),
	]);
	return nodes.flatMap((node) => {
		const other = taken.get(node.id);
		if (!other) return [];
		return [
			error("troubleshooter/duplicate-id", article, node, {
				what: `the id "${node.id}" is taken by what stands in line ${other.line}`,
				why: "An answer that leads to it would open the other one.",
				remedy: "Give it an id of its own, and let its answers lead to that.",
			}),
		];
	});
}

function nested(article: Article, element: Element): Finding[] {
	const around = element.parents.findLast(({ name }) => name === "Check" || name === "Outcome");
	if (!around) return [];
	const parts = element.name === "Check" || element.name === "Outcome";
	return [
		error("troubleshooter/nested", article, element, {
			what: `<${element.name}> stands inside the <${around.name}> of line ${around.line}`,
			why: parts
				? "Questions and outcomes stand one after the other; answers lead from one to the next."
				: "It prints headings of its own, and a reader who walks through the questions would see half of a section.",
			remedy: parts
				? `Close </${around.name}> before it, and let a <Choice> lead to it.`
				: "Write what to do as a list or as text, or link to the section of the article that says it.",
		}),
	];
}

function headingsInside(article: Article, { headings }: Body): Finding[] {
	return headings.flatMap((heading) => {
		const around = heading.parents.findLast(({ name }) => name === "Check" || name === "Outcome");
		if (!around || heading.depth > 3) return [];
		return [
			error("troubleshooter/nested", article, heading, {
				what: `the heading "${heading.text}" stands inside the <${around.name}> of line ${around.line}`,
				why: "The question or the title is the heading there; another one of its level would begin a new part.",
				remedy: "Make it bold text, or a heading with ####.",
			}),
		];
	});
}
