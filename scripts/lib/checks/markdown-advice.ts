import type { Finding } from "#site/lib/finding.ts";
import { shorten } from "../shorten.ts";

/** What remark-lint found, as the file says it. */
export interface MarkdownProblem {
	/** The words it is about. */
	source: string;
	/** The file's text behind them. */
	after: string;
}

/** What is said about a problem, and what mends it. */
export interface MarkdownAdvice extends Pick<Finding, "why"> {
	/** Undefined where this is no problem after all. */
	what(problem: MarkdownProblem): string | undefined;
	remedy: string;
	/** What to write instead of the source where that cannot harm. */
	fixed?(problem: MarkdownProblem): string | undefined;
}

function short(source: string): string {
	const [line = ""] = source.split("\n");
	return shorten(line, 60);
}

/** `[text][id]` or `[text][]` is meant as a link, `[text]` may be words in brackets, unless an address follows or it is a footnote. */
function isMeantAsReference({ source, after }: MarkdownProblem): boolean {
	return /^!?\[[^]*\]\s?\[[^]*\]$/.test(source) || source.startsWith("[^") || source.startsWith("![") || /^ \((?:\/|#|https?:)/.test(after);
}

/** `` ``` `` without a language; text has no colours, and looks as before. */
function withLanguage({ source }: MarkdownProblem): string | undefined {
	return /^(?:`{3,}|~{3,})(?=[ \t]*\r?\n)/.test(source) ? source.replace(/^(?:`{3,}|~{3,})[ \t]*/, (fence) => `${fence.trim()}text`) : undefined;
}

/** Our words for the rules of remark-lint. */
export const markdownAdvice: Record<string, MarkdownAdvice> = {
	"no-empty-url": {
		what: ({ source }) => (/\((?:<>)?\s*\)$/.test(source) ? undefined : `${short(source)} leads nowhere`),
		why: "Nothing happens to a reader who follows it, and the page seems broken.",
		remedy: "Write the address, or leave only the words.",
	},
	"no-undefined-references": {
		what(problem) {
			if (problem.source.startsWith("[^")) return `the footnote ${short(problem.source)} has no text`;
			return isMeantAsReference(problem) ? `${short(problem.source)} is written like a link, but has no address` : undefined;
		},
		why: "Readers see the brackets as they stand here.",
		remedy: "Write [words](/address/), with no space between ] and (. Words in brackets that are no link: \\[words]. The text of a footnote: a line [^1]: …",
	},
	"no-unused-definitions": {
		what: ({ source }) => `nothing uses the definition ${short(source)}`,
		why: "It is shown nowhere; perhaps the link to it is written wrongly.",
		remedy: "Delete the line, or correct the reference to it.",
	},
	"no-duplicate-definitions": {
		what: ({ source }) => `${short(source)} defines what is defined above already`,
		why: "Only the first definition counts; links meant for this one lead elsewhere.",
		remedy: "Give it a name of its own, or delete it.",
	},
	"no-reference-like-url": {
		what: ({ source }) => `${short(source)} names a definition in round brackets`,
		why: "Round brackets hold an address; the link would lead to a page of that name.",
		remedy: "Write the name in square brackets.",
		fixed: ({ source }) => (/^!?\[[^[\]]*\]\([^()\s]+\)$/.test(source) ? source.replace(/\(([^()]+)\)$/, "[$1]") : undefined),
	},
	"no-shell-dollars": {
		what: () => "every line of the commands begins with $",
		why: "Whoever copies the lines copies the sign too, and the command fails.",
		remedy: "Delete the $ at the beginning of each line.",
		fixed: ({ source }) => source.replace(/^([ \t]*)\$[ \t]+/gm, "$1"),
	},
	"fenced-code-flag": {
		what: () => "the code block does not say which language it is in",
		why: "Colours and the reading aloud of code depend on it.",
		remedy: "Write it after the opening signs, like ```bash or ```json; for plain text ```text.",
		fixed: withLanguage,
	},
};
