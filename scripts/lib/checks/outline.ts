import GithubSlugger from "github-slugger";
import { toString } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { Nodes, Root } from "mdast";
import type { Place } from "#site/lib/finding.ts";
import { attributesOf, definitionsOf, isComment, type JsxNode } from "./mdx-tree.ts";
import type { Body, Element } from "./model.ts";

/** Ids of the headings that components print, and how deep those are. */
const printed: Record<string, { id?: string; depth: number }> = {
	QuickAnswer: { id: "quick-answer", depth: 2 },
	BeforeYouStart: { id: "before-you-start", depth: 2 },
	Steps: { id: "steps", depth: 2 },
	Troubleshooter: { id: "troubleshooter", depth: 2 },
	Check: { depth: 3 },
	Outcome: { depth: 3 },
	Troubleshooting: { id: "troubleshooting", depth: 2 },
	Step: { depth: 3 },
	Problem: { depth: 3 },
	Question: { depth: 3 },
};

/** Collects in one walk what the rules ask about. */
export function outline(tree: Root): Body {
	const body: Body = { tree, elements: [], headings: [], links: [], images: [], ids: new Set(), code: [] };
	const slugger = new GithubSlugger();
	/** The elements around what is in a node. */
	const inside = new Map<Nodes, Element[]>();
	const definitions = definitionsOf(tree);
	let depth = 1;
	visit(tree, (node, _index, parent) => {
		const place = placeOf(node);
		const parents = (parent && inside.get(parent)) ?? [];
		if ("children" in node) inside.set(node, parents);
		switch (node.type) {
			case "mdxJsxFlowElement":
			case "mdxJsxTextElement": {
				const element = {
					name: node.name ?? "",
					attributes: attributesOf(node),
					parents,
					text: node.children
						.map((child) => toString(child))
						.join(" ")
						.trim(),
					...place,
				};
				inside.set(node, [...parents, element]);
				body.elements.push(element);
				for (const text of codeIn(node)) body.code.push({ place, kind: "braces", text });
				const heading = printed[element.name];
				const { id: own, title } = element.attributes;
				const id = own ?? title ?? heading?.id;
				if (heading) depth = heading.depth;
				if (heading && id !== undefined) body.ids.add(slugger.slug(id));
				if (own) body.ids.add(own);
				if (element.name === "a" && element.attributes["href"]) body.links.push({ url: element.attributes["href"], ...place });
				if (element.name === "img") body.images.push({ url: element.attributes["src"] ?? "", alt: element.attributes["alt"] ?? "", ...place });
				break;
			}
			case "heading": {
				const text = toString(node);
				body.ids.add(slugger.slug(text));
				body.headings.push({ depth: node.depth, text, parents, after: depth, ...place });
				depth = node.depth;
				break;
			}
			case "link":
				body.links.push({ url: node.url, ...place });
				break;
			case "linkReference":
				body.links.push({ url: definitions.get(node.identifier)?.url ?? "", ...place });
				break;
			case "image":
				body.images.push({ url: node.url, alt: node.alt ?? "", ...place });
				break;
			case "imageReference":
				body.images.push({ url: definitions.get(node.identifier)?.url ?? "", alt: node.alt ?? "", ...place });
				break;
			case "mdxjsEsm":
				body.code.push({ place, kind: "import", text: node.value });
				break;
			case "mdxFlowExpression":
			case "mdxTextExpression":
				if (!isComment(node.value)) body.code.push({ place, kind: "braces", text: node.value });
				break;
		}
	});
	return body;
}

/** Source of the attributes whose value is code, like `title={name}`. */
function codeIn({ attributes }: JsxNode): string[] {
	return attributes.flatMap((attribute) => {
		if (attribute.type === "mdxJsxExpressionAttribute") return [attribute.value];
		return typeof attribute.value === "object" && attribute.value ? [attribute.value.value] : [];
	});
}

function placeOf(node: Nodes): Place {
	return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}
