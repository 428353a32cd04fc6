import { findProperties, readProperties, type Properties } from "./properties.ts";

/** A page of the export, taken apart. */
export interface OpenedPage {
	title: string | undefined;
	properties: Properties;
	/** The text below title and properties. */
	body: string;
	/** Line of the file on which the body begins, from 1. */
	firstLine: number;
}

/**
 * Takes the title and the properties off the text of a page.
 * @param columns names of the columns of the database that it is a row of
 */
export function readPage(text: string, columns: string[] | undefined): OpenedPage {
	const lines = text.replace(/^\uFEFF/, "").split("\n");
	let at = skipEmpty(lines, 0);
	const title = /^# +(.*\S)/.exec(lines[at] ?? "")?.[1];
	if (title !== undefined || /^#\s*$/.test(lines[at] ?? "")) at = skipEmpty(lines, at + 1);
	const { found, count } = findProperties(lines.slice(at, at + 200), columns);
	at = skipEmpty(lines, at + count);
	return { title: title && plain(title), properties: readProperties(found), body: lines.slice(at).join("\n"), firstLine: at + 1 };
}

function skipEmpty(lines: string[], from: number): number {
	let at = from;
	while (at < lines.length && lines[at]?.trim() === "") at += 1;
	return at;
}

/** A heading without Markdown's signs. */
function plain(heading: string): string {
	return heading
		.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
		.replace(/(\*\*|__|`)(.+?)\1/g, "$2")
		.replace(/\\([\\`*_{}[\]()#+.!<>~|-])/g, "$1")
		.trim();
}
