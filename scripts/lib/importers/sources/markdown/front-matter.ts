import { parse as parseToml } from "smol-toml";
import { parseDocument } from "yaml";

/** Front matter as its author wrote it; nothing about it is certain. */
export type Fields = Record<string, unknown>;

/** A text and what stands before it. */
export interface Split {
	fields: Fields;
	/** The text, which begins with the lines of the front matter that could not be read. */
	body: string;
	/** Line of the file on which `body` begins. */
	firstLine: number;
	/** What is wrong with the front matter, and the line. */
	problem?: { what: string; line: number } | undefined;
}

/** Longer than any front matter. In characters. */
const longest = 200_000;

const fences = {
	yaml: /^---[ \t]*\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\n|$)/m,
	toml: /^\+\+\+[ \t]*\n([\s\S]*?)^\+\+\+[ \t]*(?:\n|$)/m,
	json: /^(\{\n[\s\S]*?^\})[ \t]*(?:\n|$)/m,
};

/** Parts a text from its front matter: YAML between `---`, TOML between `+++`, JSON between braces, or none. */
export function splitFrontMatter(text: string): Split {
	const language = text.startsWith("---") ? "yaml" : text.startsWith("+++") ? "toml" : text.startsWith("{\n") ? "json" : undefined;
	const found = language && fences[language].exec(text.slice(0, longest));
	if (!language || found?.index !== 0) {
		const open = (language === "yaml" || language === "toml") && /^(---|\+\+\+)[ \t]*\n[\w-]+\s*[:=]/.test(text);
		return { fields: {}, body: text, firstLine: 1, ...(open && { problem: { what: "the front matter does not end; it is part of the text", line: 1 } }) };
	}
	const inner = found[1] ?? "";
	const body = text.slice(found[0].length);
	const firstLine = found[0].split("\n").length;
	const read = readers[language](inner);
	if (read.problem === undefined) return { fields: read.fields, body, firstLine };
	const rescued = language === "json" ? { fields: {}, broken: inner.split("\n") } : rescue(inner, language);
	return {
		fields: rescued.fields,
		body: `\`\`\`\`${language}\n${rescued.broken.join("\n")}\n\`\`\`\`\n${body}`,
		firstLine: Math.max(firstLine - rescued.broken.length - 2, 1),
		problem: { what: `the front matter cannot be read (${read.problem}); what of it could not be understood stands at the top of the text`, line: 1 },
	};
}

interface Read {
	fields: Fields;
	problem?: string;
}

const readers: Record<keyof typeof fences, (text: string) => Read> = {
	yaml(text) {
		const document = parseDocument(text, { uniqueKeys: false, logLevel: "silent" });
		const [error] = document.errors;
		if (error) return { fields: {}, problem: firstLineOf(error.message) };
		return guarded(() => document.toJS({ maxAliasCount: 50 }) as unknown);
	},
	toml: (text) => guarded(() => parseToml(text)),
	json: (text) => guarded(() => JSON.parse(text) as unknown),
};

function guarded(read: () => unknown): Read {
	try {
		const value = read() ?? {};
		if (typeof value === "object" && !Array.isArray(value)) return { fields: detach(value as Fields) };
		return { fields: {}, problem: "it is no list of fields" };
	} catch (error) {
		return { fields: {}, problem: firstLineOf(error instanceof Error ? error.message : String(error)) };
	}
}

/** Reads what can be read of a broken front matter, line by line. */
function rescue(text: string, language: "yaml" | "toml"): { fields: Fields; broken: string[] } {
	const fields: Fields = {};
	const broken: string[] = [];
	for (const line of text.split("\n")) {
		const field = (language === "yaml" ? /^([\w-]+):[ \t]+(\S.*)$/ : /^([\w-]+)[ \t]*=[ \t]*(\S.*)$/).exec(line);
		const [, key = "", value = ""] = field ?? [];
		const read = field ? readers[language](line) : undefined;
		// A title with a colon in it is the most usual mistake, and what it should say is clear.
		if (read?.problem !== undefined && /^(title|description|summary)$/.test(key) && !/^["'[{|>&*!]/.test(value)) fields[key] = value.trim();
		else if (read && read.problem === undefined) Object.assign(fields, read.fields);
		else if (line.trim() !== "") broken.push(line);
	}
	return { fields, broken };
}

/**
 * A copy that shares no memory with the text: a slice of a string would keep the whole file. Days become text.
 * @throws Error when a field holds itself, as YAML's aliases can have it
 */
function detach(fields: Fields): Fields {
	try {
		return JSON.parse(JSON.stringify(fields)) as Fields;
	} catch {
		throw new Error("a field holds itself");
	}
}

function firstLineOf(text: string): string {
	return (text.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "").slice(0, 120);
}
