import { articleSchema, importedArticleSchema, translationSchema } from "#site/schemas/article.ts";
import type { ArticleData, TranslationData } from "#site/schemas/article.ts";
import { helpFor } from "./field-help.ts";
import type { Finding } from "./finding.ts";
import { schemaProblems } from "./schema-problems.ts";
import { isTranslation } from "./translation.ts";
import { parseYaml } from "./yaml-text.ts";
import type { YamlText } from "./yaml-text.ts";

export { ContentError, describeFinding, describeFindings } from "./finding.ts";
export type { Finding, Place } from "./finding.ts";
export { readDataFile } from "./data-file.ts";

/** The front matter of one article, with everything that is wrong with it. */
export interface FrontMatter {
	/** The article's fields with defaults filled in; undefined when there are problems. */
	data: ArticleData | undefined;
	/** A translation's own fields; undefined for other articles, and when there are problems. */
	translation?: TranslationData | undefined;
	/** The fields as written, for messages and for checks that can do without the rest. */
	raw: Record<string, unknown>;
	problems: Finding[];
	/** Where the text of the article starts in the file. */
	bodyOffset: number;
	/** Line on which it starts, from 1. */
	bodyLine: number;
	/** Where a field stands. */
	locate: YamlText["locate"];
	locateValue: YamlText["locateValue"];
}

const FENCED = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/** Where the text of an article starts; nothing when it has no front matter before it. */
export function startOfText(text: string): Pick<FrontMatter, "bodyOffset" | "bodyLine"> | undefined {
	const fenced = FENCED.exec(text);
	return fenced?.index === 0 ? { bodyOffset: fenced[0].length, bodyLine: fenced[0].split("\n").length } : undefined;
}

/**
 * Reads the front matter of an `.mdx` text. Pure: the build and `npm run check` use the same function and say the same.
 * @param file shown in findings
 */
export function readFrontMatter(text: string, file: string): FrontMatter {
	const fenced = FENCED.exec(text);
	const start = startOfText(text);
	if (!fenced || !start) return withoutFrontMatter(text, file);
	const yaml = parseYaml({ text: fenced[1] ?? "", file, group: "front-matter", firstLine: 2 });
	const raw = isRecord(yaml.value) ? yaml.value : {};
	const { data, translation, problems } = yaml.problems.length === 0 ? readFields(raw, yaml, file) : { data: undefined, problems: yaml.problems };
	return {
		data,
		...(translation && { translation }),
		raw,
		problems,
		...start,
		locate: yaml.locate,
		locateValue: yaml.locateValue,
	};
}

/** An imported article may fall short of what an adopted one must have; then that is a warning. */
function readFields(raw: Record<string, unknown>, yaml: YamlText, file: string): Pick<FrontMatter, "data" | "translation" | "problems"> {
	if (isTranslation(raw)) {
		const { data: translation, error } = translationSchema.safeParse(raw);
		const problems = error ? schemaProblems(error.issues, { schema: translationSchema, yaml, file, group: "front-matter", help: helpFor }) : [];
		return { data: undefined, translation, problems };
	}
	function problemsOf(schema: typeof articleSchema): Pick<FrontMatter, "data" | "problems"> {
		const { data, error } = schema.safeParse(raw);
		return { data, problems: error ? schemaProblems(error.issues, { schema, yaml, file, group: "front-matter", help: helpFor }) : [] };
	}
	const adopted = problemsOf(articleSchema);
	if (adopted.data || raw["imported"] === undefined) return adopted;
	const imported = problemsOf(importedArticleSchema);
	if (!imported.data) return imported;
	return { data: imported.data, problems: adopted.problems.map((problem) => ({ ...problem, level: "warning" })) };
}

function withoutFrontMatter(text: string, file: string): FrontMatter {
	const here = { line: 1, column: 1 };
	const open = /^\uFEFF?---[ \t]*\r?\n/.test(text);
	const first = text.trim() === "" ? "nothing" : JSON.stringify(text.split(/\r?\n/)[0]?.slice(0, 40));
	const problem: Finding = {
		rule: "front-matter/absent",
		level: "error",
		file,
		...here,
		what: open ? "the front matter is opened by --- and never closed" : `there is no front matter; the file starts with ${first}`,
		why: "The front matter holds the title, summary, type, owner and review date; without it the article cannot be shown.",
		remedy: open
			? "Put a line with only --- after the last field."
			: 'Start the very first line with ---, write the fields, and close with --- on its own line. `npm run new -- how-to "How do I …?"` makes a file with all of it.',
	};
	return { data: undefined, raw: {}, problems: [problem], bodyOffset: 0, bodyLine: 1, locate: () => here, locateValue: () => here };
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
