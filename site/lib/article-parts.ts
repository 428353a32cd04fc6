import type { HTMLElement } from "node-html-parser";
import { passagesOf, textOf } from "./passages.ts";

/** A heading and the plain text below it, one block a line. */
export interface Part {
	id: string;
	title: string;
	text: string;
}

/** What of an article has a form that machines know. */
export interface ArticleParts {
	/** The steps of each `<Steps>`, which has an id and a title as they have. */
	instructions: { id: string; title: string; steps: Part[] }[];
	/** Each `<Question>` with its answer. */
	questions: Part[];
}

function partOf(section: HTMLElement): Part {
	const heading = section.querySelector("h2, h3");
	const text = passagesOf(section).map((passage) => passage.text);
	return { id: heading?.id ?? "", title: heading ? textOf(heading) : "", text: text.join("\n") };
}

/** Finds the steps and questions in the body of an article, whose headings have their ids. */
export function partsOf(root: HTMLElement): ArticleParts {
	const instructions = root.querySelectorAll(".steps").map((section) => {
		const heading = section.querySelector("h2");
		return { id: heading?.id ?? "", title: heading ? textOf(heading) : "", steps: section.querySelectorAll(".step").map(partOf) };
	});
	return { instructions: instructions.filter(({ steps }) => steps.length > 0), questions: root.querySelectorAll(".question").map(partOf) };
}
