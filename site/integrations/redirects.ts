import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { addressKey, redirectFolder, redirectShard } from "#contract/old-addresses.ts";
import { contentFolder } from "#site/lib/content-folder.ts";
import { readContentData } from "#site/lib/content-data.ts";
import { readDataFile } from "#site/lib/data-file.ts";
import { ContentError, describeFindings } from "#site/lib/finding.ts";
import { readFrontMatter } from "#site/lib/front-matter.ts";
import { createPathFormatter, splitEntryId } from "#site/lib/paths.ts";
import { redirectProblems, type PlacedRedirect } from "#site/lib/redirect-problems.ts";
import { createRedirectTable, type Redirect } from "#site/lib/redirects.ts";
import { redirectsSchema } from "#site/schemas/search.ts";

/** So many rules the static host takes; the Worker looks up the rest. */
export const hostRules = 2000;
/** Longer lines the static host leaves out. */
const hostLine = 1000;

/** Every old address and where it leads: `redirects.yml` and each article's `redirectFrom`. */
export function collectRedirects(folder = contentFolder()): PlacedRedirect[] {
	const { site } = readContentData(folder);
	const pathOf = createPathFormatter(site);
	const fromArticles = globSync("articles/**/*.mdx", { cwd: folder }).flatMap((path) => {
		const text = readFileSync(join(folder, path), "utf8");
		if (!text.includes("redirectFrom")) return [];
		const file = relative(process.cwd(), join(folder, path));
		const { data, locateValue } = readFrontMatter(text, file);
		const { locale, id } = splitEntryId(
			path
				.replaceAll("\\", "/")
				.replace(/^articles\//, "")
				.replace(/\.mdx$/, ""),
		);
		if (!data || data.draft) return [];
		return data.redirectFrom.map((from, index) => {
			const source = locateValue(["redirectFrom", index]);
			return { from, to: pathOf(id, locale), file, source, target: source };
		});
	});
	return [...listedRedirects(folder), ...fromArticles];
}

function listedRedirects(folder: string): PlacedRedirect[] {
	const path = join(folder, "data/redirects.yml");
	if (!existsSync(path)) return [];
	const file = relative(process.cwd(), path);
	const { data = [], locateValue } = readDataFile(redirectsSchema, readFileSync(path, "utf8"), file);
	return data.map(({ from, to }, index) => ({ from, to, file, source: locateValue([index, "from"]), target: locateValue([index, "to"]) }));
}

/**
 * Rules of the static host: permanent, with and without trailing slash, as many as it takes. An address never leads to itself.
 * What the host would read as a pattern is left to the Worker.
 */
export function hostLines(redirects: Iterable<Redirect>): string[] {
	const lines: string[] = [];
	for (const { from, to } of redirects) {
		const bare = encodeURI(addressKey(from));
		if (bare === "" || /[*:]/.test(bare)) continue;
		const own = [bare, `${bare}/`].filter((path) => path !== to).map((path) => `${path} ${encodeTarget(to)} 301`);
		if (lines.length + own.length > hostRules) break;
		if (own.every((line) => line.length <= hostLine)) lines.push(...own);
	}
	return lines;
}

/** What is escaped already stays so. */
function encodeTarget(to: string): string {
	return encodeURI(to).replaceAll(/%25([0-9a-f]{2})/gi, "%$1");
}

/** The files in which the Worker looks old addresses up: target by key, by path of the file. */
export function redirectShards(redirects: ReadonlyMap<string, Redirect>): Map<string, Record<string, string>> {
	const shards = new Map<string, Record<string, string>>();
	for (const [key, { to }] of redirects) {
		if (key === "") continue;
		const path = redirectShard(key);
		const shard = shards.get(path) ?? {};
		shard[key] = encodeTarget(to);
		shards.set(path, shard);
	}
	return shards;
}

/**
 * Writes `_redirects` for the static host and all redirects for the Worker.
 *
 * @throws ContentError when a redirect leads astray: such a site must not be published
 */
export function writeRedirects(out: string, redirects = collectRedirects()): void {
	refuse(redirects, out);
	const { paths, follow } = createRedirectTable(redirects);
	const direct = new Map([...paths].map(([key, { from, to }]) => [key, { from, to: follow(from) ?? to }]));
	writeFileSync(join(out, "_redirects"), hostLines(direct.values()).join("\n") + "\n");
	rmSync(join(out, redirectFolder), { recursive: true, force: true });
	mkdirSync(join(out, redirectFolder), { recursive: true });
	for (const [path, shard] of redirectShards(direct)) writeFileSync(join(out, path), JSON.stringify(shard));
}

function refuse(redirects: PlacedRedirect[], out: string): void {
	const problems = redirectProblems(redirects, {
		isPage: (path) => existsSync(join(out, path, "index.html")),
		placesOf: () => undefined,
		meantPage: () => undefined,
	});
	const findings = problems
		.filter(({ rule, again }) => rule !== "redirects/chain" && !again)
		.map(({ redirect, at, rule, what, why, remedy }) => ({ rule, level: "error" as const, file: redirect.file, ...redirect[at], what, why, remedy }));
	if (findings.length > 0) throw new ContentError(describeFindings(findings));
}
