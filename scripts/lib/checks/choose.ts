import type { Finding } from "#site/lib/finding.ts";
import { causedBy } from "./changed.ts";
import type { Article, Content } from "./model.ts";

/** What `npm run check` was asked to report on; everything is read in any case, since links lead everywhere. */
export interface Choice {
	/** Files or folders as typed. */
	paths: string[];
	/** Only articles of this owner. */
	owner?: string | undefined;
	/** Only what a change of these files, paths below the content folder, can have caused. */
	changed?: ReadonlySet<string> | undefined;
}

/** Keeps the findings on the chosen articles. `unknown` lists paths that chose nothing. */
export function choose(
	content: Content,
	findings: Finding[],
	{ paths, owner, changed }: Choice,
): { articles: Article[]; findings: Finding[]; unknown: string[] } {
	const everything = [...content.files].map((path) => content.display(path));
	const wanted = paths.map((path) => path.replace(/^\.\//, "").replace(/\/+$/, ""));
	function isWanted(file: string): boolean {
		return wanted.length === 0 || wanted.some((path) => file === path || file.startsWith(`${path}/`));
	}
	const caused = changed && causedBy(changed, content);
	const owned = content.articles.filter(({ file, frontMatter }) => isWanted(file) && (owner === undefined || frontMatter.raw["owner"] === owner));
	const files = new Set(owned.map(({ file }) => file));
	return {
		articles: owned.filter(({ path }) => !changed || changed.has(path)),
		// A finding can be about a file that is no longer there.
		findings: findings.filter((finding) => (owner === undefined ? isWanted(finding.file) : files.has(finding.file)) && (!caused || caused(finding))),
		unknown: wanted.filter((path) => !everything.some((file) => file === path || file.startsWith(`${path}/`))),
	};
}

/** Owners that articles name. */
export function owners({ articles }: Content): string[] {
	return [...new Set(articles.flatMap(({ frontMatter }) => (typeof frontMatter.raw["owner"] === "string" ? [frontMatter.raw["owner"]] : [])))].sort();
}
