import { basename } from "node:path";
import type { Finding } from "#site/lib/finding.ts";
import { isArticlePath, splitArticlePath } from "../article-path.ts";
import type { Content } from "./model.ts";

/** Rules whose findings a data file can cause in other files. */
const reach: Record<string, RegExp> = {
	"data/site.yml": /^/,
	"data/categories.yml": /^(?:categories|addresses|links|published|redirects)\//,
	"data/support.yml": /^(?:answers|routing|personal-data)\//,
	"data/redirects.yml": /^(?:links|redirects|published)\//,
	"data/jargon.yml": /^jargon\//,
	"data/synonyms.yml": /^(?:search-tests|synonyms)\//,
	"data/pinned-results.yml": /^search-tests\//,
	"data/learned-words.yml": /^search-tests\//,
	"published.json": /^published\//,
};

/** Whether the searches of search-tests.yml could go otherwise than before. */
export function touchesSearch(changed: ReadonlySet<string>): boolean {
	return [...changed].some(
		(path) => isArticlePath(path) || /^data\/(?:search-tests|synonyms|pinned-results|learned-words|site|locales\/[\w-]+)\.yml$/.test(path),
	);
}

/** The articles whose own words have to be read; undefined where a data file can make a difference to any of them. */
export function articlesToRead(changed: ReadonlySet<string>): ReadonlySet<string> | undefined {
	return [...changed].some((path) => path.startsWith("data/")) ? undefined : changed;
}

/**
 * Tells which findings a change can have caused: those in changed files, those that name a changed or deleted article, picture or
 * address, and those of the rules that read a changed data file.
 *
 * @param changed paths below the content folder
 */
export function causedBy(changed: ReadonlySet<string>, { display, prefix }: Pick<Content, "display" | "prefix">): (finding: Finding) => boolean {
	const files = new Set([...changed].map((path) => display(path)));
	const names = new Set(
		[...changed].flatMap((path) => {
			const article = splitArticlePath(path);
			return article ? [article.id, `${prefix(article.locale)}/${article.id}`.replace(/^\//, ""), display(path)] : [basename(path), display(path)];
		}),
	);
	const rules = [...changed].flatMap((path) => reach[path] ?? []);
	return ({ file, rule, what }) => files.has(file) || rules.some((pattern) => pattern.test(rule)) || wordsOf(what).some((word) => names.has(word));
}

/** Everything in a text that could be a path, an address or a file's name. */
function wordsOf(text: string): string[] {
	return (text.match(/[\p{L}\p{N}_./-]+/gu) ?? []).flatMap((word) => {
		const plain = word.replace(/^[./]+|[./]+$/g, "");
		return [plain, basename(plain), word];
	});
}
