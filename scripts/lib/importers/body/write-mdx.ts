import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkStringify from "remark-stringify";
import { mdxToJs } from "satteri";
import { unified } from "unified";
import { parseBody } from "../../checks/parse-body.ts";

// MDX reads a line that begins with one of these words as code.
const codeWords = ["import", "export"].map((word) => ({ character: word.charAt(0), after: `${word.slice(1)}\\b`, atBreak: true }));

const writer = unified()
	.use(remarkGfm)
	.use(remarkMdx)
	.use(remarkStringify, { bullet: "-", rule: "-", emphasis: "_", fences: true, resourceLink: true, listItemIndent: "one", unsafe: codeWords });

/** The text of an article's body. */
export function writeMdx(tree: Root): string {
	return writer.stringify(tree);
}

/** Why the site could not be built with this text, or undefined. Asks the checker's parser and the one that builds. */
export function problemOfMdx(text: string): string | undefined {
	const { body, problem } = parseBody(text, "article", { bodyOffset: 0, bodyLine: 1 });
	if (problem) return problem.what;
	const code = body?.code[0];
	if (code) return `{${code.text.slice(0, 60)}} would run as code`;
	try {
		mdxToJs(text);
		return undefined;
	} catch (error) {
		return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
	}
}
