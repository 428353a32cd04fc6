import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contentFolder } from "#site/lib/content-folder.ts";
import { readContentData } from "#site/lib/content-data.ts";
import { readFrontMatter } from "#site/lib/front-matter.ts";
import { createPathFormatter, splitEntryId } from "#site/lib/paths.ts";

/** Every old address and where it leads: `redirects.yml` and each article's `redirectFrom`. */
export function collectRedirects(folder = contentFolder()): { from: string; to: string }[] {
	const { site, redirects } = readContentData(folder);
	const pathOf = createPathFormatter(site);
	const fromArticles = globSync("articles/**/*.mdx", { cwd: folder }).flatMap((path) => {
		const { data } = readFrontMatter(readFileSync(join(folder, path), "utf8"), path);
		const { locale, id } = splitEntryId(
			path
				.replaceAll("\\", "/")
				.replace(/^articles\//, "")
				.replace(/\.mdx$/, ""),
		);
		if (!data || data.draft) return [];
		return data.redirectFrom.map((from) => ({ from, to: pathOf(id, locale) }));
	});
	return [...redirects, ...fromArticles];
}

/** Writes `_redirects` for the static host; permanent, with and without trailing slash. An address never leads to itself. */
export function writeRedirects(out: string): void {
	const lines = collectRedirects().flatMap(({ from, to }) => {
		const bare = from.replace(/\/$/, "");
		return bare === "" ? [] : [bare, `${bare}/`].filter((path) => path !== to).map((path) => `${path} ${to} 301`);
	});
	writeFileSync(join(out, "_redirects"), [...new Set(lines)].join("\n") + "\n");
}
