import type { Finding, Place } from "#site/lib/finding.ts";
import { findUnclosedBrace, findUnclosedQuote } from "./locate-mdx.ts";

type Words = Pick<Finding, "what" | "why" | "remedy">;
interface Failure {
	reason: string;
	ruleId: string;
	source: string;
	place: Place;
	/** The line on which parsing failed. */
	lineText: string;
}

/** Says in plain words what the MDX parser stumbled over. */
export function explainMdx(failure: unknown, file: string, text: string, fallbackLine: number): Finding {
	const reason = property(failure, "reason") ?? String(failure);
	const opened = /\((\d+):(\d+)-\d+:\d+\)/.exec(reason);
	const line = Number(property(failure, "line") ?? opened?.[1] ?? fallbackLine);
	const column = Number(property(failure, "column") ?? opened?.[2] ?? 1);
	const found = {
		reason,
		ruleId: property(failure, "ruleId") ?? "",
		source: property(failure, "source") ?? "",
		place: { line, column },
		lineText: text.split("\n")[line - 1] ?? "",
	};
	const quote = found.source === "micromark-extension-mdx-jsx" ? findUnclosedQuote(text) : undefined;
	if (quote) return { rule: "mdx/syntax", level: "error", file, ...quote, ...unclosedQuote };
	const words = found.ruleId === "end-tag-mismatch" ? tagWords(found) : otherWords(found);
	return { rule: "mdx/syntax", level: "error", file, ...startOf(found, text), ...words };
}

/** The parser names the first character it could not use; what the writer must change begins before it. */
function startOf({ source, ruleId, reason, place, lineText }: Failure, text: string): Place {
	if (source === "micromark-extension-mdx-expression" && ruleId === "unexpected-eof") return findUnclosedBrace(text) ?? place;
	const sign = source === "micromark-extension-mdx-expression" ? "{" : "<";
	const tag = source.includes("jsx") && ruleId !== "end-tag-mismatch" && !reason.includes("attribute value");
	const start = tag || sign === "{" ? lineText.lastIndexOf(sign, place.column - 1) : -1;
	return start === -1 ? place : { line: place.line, column: start + 1 };
}

const unclosedQuote: Words = {
	what: "a quote in a tag is never closed",
	why: "Everything after it is read as part of the value.",
	remedy: 'Close the quote, like <Step title="Open the page">. Inside double quotes use typographic quotes.',
};

function tagWords({ reason, place, lineText }: Failure): Words {
	const closed = /closing tag `<\/([^`>]+)>`/.exec(reason)?.[1];
	const open = /for `<([^\s`>]+)[^`]*>` \((\d+)/.exec(reason);
	const name = open?.[1] ?? "tag";
	const why = "A component reaches from its opening to its closing tag; without both nobody can tell what belongs to it.";
	if (closed && open) {
		return {
			what: `</${closed}> closes here, but <${name}> from line ${open[2]} is still open`,
			why,
			remedy: `Put </${name}> before this line, or correct the name if </${closed}> was meant to close it.`,
		};
	}
	if (["br", "hr", "img", "wbr", "input"].includes(name)) {
		return { what: `<${name}> is never closed`, why: "In MDX every tag must be closed, also those that hold no text.", remedy: `Write <${name} />.` };
	}
	if (/before the end of/.test(reason) && !lineText.trim().endsWith(">")) {
		return {
			what: `<${name}> is opened in the same line as text and is not closed there`,
			why,
			remedy: `Put <${name}> on a line of its own, with an empty line after it; the same for </${name}>. For a line break write <br />.`,
		};
	}
	return {
		what: `<${name}> from line ${open?.[2] ?? place.line} is never closed`,
		why,
		remedy: `Add </${name}> on a line of its own after the text that belongs to it, with an empty line before.`,
	};
}

function otherWords({ reason, ruleId, source, place, lineText }: Failure): Words {
	const rest = lineText.slice(Math.max(0, place.column - 2));
	const inCode = "The characters < { } have a meaning in MDX: < starts a component and { starts code.";
	if (ruleId === "unexpected-closing-slash") {
		const name = /<\/([^>\s]*)/.exec(lineText.slice(Math.max(0, place.column - 2)))?.[1] ?? "";
		return {
			what: `</${name}> closes something that was never opened`,
			why: "Every closing tag needs its opening tag before it.",
			remedy: `Delete it, or add <${name}> where that part begins.`,
		};
	}
	if (source === "micromark-extension-mdxjs-esm") {
		return {
			what: `the line starts with "${lineText.trim().split(" ")[0]}", so it is read as code`,
			why: "A line that starts with import or export is JavaScript in MDX; articles hold none.",
			remedy: "Start the sentence with another word.",
		};
	}
	if (source === "micromark-extension-mdx-expression") {
		return ruleId === "unexpected-eof"
			? { what: "{ is never closed", why: inCode, remedy: "Write it as code, `{`, or as \\{ in running text." }
			: { what: "the text between { and } is read as code", why: inCode, remedy: "Write it as code, `{…}`, or as \\{…\\} in running text." };
	}
	if (rest.startsWith("<!")) return { what: "<!-- … --> is not known in MDX", why: inCode, remedy: "Write {/* … */} for a comment, or delete it." };
	if (/^<?https?:|^<?[\w.]+@/.test(rest) || reason.includes("to create a link in MDX")) {
		return { what: "an address stands between < and >", why: inCode, remedy: "Write it as a link: [text](https://…)." };
	}
	if (reason.includes("attribute value") && ruleId === "unexpected-eof") return unclosedQuote;
	if (reason.includes("before attribute value")) {
		return {
			what: "a value in a tag has no quotes",
			why: "A component's value is text in double quotes.",
			remedy: 'Write it like <Step title="Open the page">.',
		};
	}
	if (ruleId === "unexpected-eof")
		return { what: "a tag is opened by < and never ended by >", why: inCode, remedy: "Add the >, or write the character as code, `<`." };
	if (source === "micromark-extension-mdx-jsx") {
		return {
			what: "< stands in the text and is read as the start of a component",
			why: inCode,
			remedy: "Write it as code, `<`, as a word (“less than”), or as \\<.",
		};
	}
	return { what: `the text cannot be read here (${reason})`, why: inCode, remedy: "Write < { } as code, or put a backslash before them." };
}

function property(failure: unknown, name: string): string | undefined {
	const value: unknown = typeof failure === "object" && failure !== null ? Reflect.get(failure, name) : undefined;
	return value === undefined || value === null ? undefined : String(value);
}
