import { parse, type HTMLElement } from "node-html-parser";
import { passagesOf, textOf } from "../passages.ts";
import type { Tree, TreeNode } from "./tree.ts";

/** Reads the tree of a rendered article; null where it has none. */
export function readTree(root: HTMLElement): Tree | null {
	const section = root.querySelector(".guided");
	if (!section) return null;
	const nodes = section.querySelectorAll(".guided-node").map(readNode);
	const title = section.querySelector("h2");
	return { title: title ? textOf(title) : "", nodes };
}

function readNode(section: HTMLElement): TreeNode {
	const heading = section.querySelector("h3");
	const common = { id: heading?.id ?? "", words: heading ? textOf(heading) : "" };
	const around = parse(section.innerHTML);
	for (const choices of around.querySelectorAll(".guided-choices")) choices.remove();
	const text = passagesOf(around)
		.map((passage) => passage.text)
		.concat(section.querySelectorAll("img").map((image) => image.getAttribute("alt") ?? ""))
		.join("\n")
		.trim();
	if (!section.classList.contains("guided-check")) return { kind: "outcome", ...common, text };
	const choices = section
		.querySelectorAll(".guided-choice")
		.map((choice) => ({ words: textOf(choice), to: (choice.getAttribute("href") ?? "").replace(/^#/, "") }));
	return { kind: "check", ...common, text, choices };
}

/** Notes at each choice where it leads, in words: paper has no links. */
export function nameTargets(root: HTMLElement, { nodes }: Tree): void {
	const words = new Map(nodes.map((node) => [`#${node.id}`, node.words]));
	for (const choice of root.querySelectorAll(".guided-choice")) {
		const target = words.get(choice.getAttribute("href") ?? "");
		if (target !== undefined) choice.setAttribute("data-leads", target);
	}
}
