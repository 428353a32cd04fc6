import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesFolder } from "./files.ts";
import { sharingFolder } from "#site/lib/sharing/sharing-image.ts";
import { writeSpeculationRules } from "./speculation.ts";
import { indexFolder, searchPaths } from "#site/search/paths.ts";
import { widgetFolder } from "#site/widget/config.ts";
import { languages } from "#site/lib/languages.ts";
import { videoHosts } from "#site/lib/video-hosts.ts";
import { everyAnswer, referrerPolicy, trustedTypes } from "#contract/security-headers.ts";

const inlineScript = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
const inlineStyle = /<style\b([^>]*)>([\s\S]*?)<\/style>/g;

/** Adds what inline elements of one kind hold in a page; there are few, and each is the same on many pages. */
function collect(found: Set<string>, page: string, pattern: RegExp): void {
	for (const [, attributes = "", content = ""] of page.matchAll(pattern)) {
		if (content.trim() === "" || /\bsrc=|type="application\/(?:ld\+)?json"/.test(attributes)) continue;
		found.add(content);
	}
}

/** CSP hashes of inline elements. */
function hashesOf(contents: ReadonlySet<string>): string {
	return [...contents]
		.map((content) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`)
		.sort()
		.join(" ");
}

/** The content policy that fits the built pages: no inline code but theirs, nothing from elsewhere before a reader asks. */
export function contentPolicy(pages: Iterable<string>): string {
	const [scriptTexts, styleTexts] = [new Set<string>(), new Set<string>()];
	for (const page of pages) {
		collect(scriptTexts, page, inlineScript);
		collect(styleTexts, page, inlineStyle);
	}
	const scripts = hashesOf(scriptTexts);
	const styles = hashesOf(styleTexts);
	return [
		"default-src 'none'",
		`script-src 'self' 'wasm-unsafe-eval' ${scripts}`.trim(),
		`style-src 'self' ${styles}`.trim(),
		// `blob:` is a picture that the reader has just chosen, shown before it is sent.
		"img-src 'self' data: blob:",
		"font-src 'self'",
		"connect-src 'self'",
		"worker-src 'self'",
		"manifest-src 'self'",
		`frame-src ${videoHosts.map((host) => `https://${host}`).join(" ")}`,
		"form-action 'self'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
		...trustedTypes,
	].join("; ");
}

/** What pages of other origins may show. */
const foreign = ["  ! Cross-Origin-Resource-Policy", "  Cross-Origin-Resource-Policy: cross-origin"];

/** What scripts of other origins may read. */
const forAnyOrigin = [...foreign, "  Access-Control-Allow-Origin: *"];

/** The built pages, one after the other: together they may be larger than what is good to hold in memory. */
function* pagesIn(out: string): Generator<string> {
	for (const path of globSync("**/*.html", { cwd: out })) yield readFileSync(join(out, path), "utf8");
}

/** Writes `_headers` for the static host and returns the content policy, which the Worker's pages share. */
export function writeHeaders(out: string): string {
	const csp = contentPolicy(pagesIn(out));
	const speculation = writeSpeculationRules(out);
	const rules = [
		"/*",
		`  Content-Security-Policy: ${csp}`,
		`  Referrer-Policy: ${referrerPolicy}`,
		...Object.entries(everyAnswer).map(([name, value]) => `  ${name}: ${value}`),
		`  Speculation-Rules: "${speculation}"`,
		"",
		"/_astro/*",
		"  Cache-Control: public, max-age=31536000, immutable",
		"",
		// The widget, and what it loads into pages of other origins: public files, the same for everybody.
		"/widget.js",
		"  Cache-Control: public, max-age=300",
		...forAnyOrigin,
		"",
		...[`${widgetFolder}/*`, "/*.tree.json", ...languages.map(({ base }) => `${searchPaths(base).folder}/*`)].flatMap((path) => [path, ...forAnyOrigin, ""]),
		`${widgetFolder}/code/*`,
		"  Cache-Control: public, max-age=31536000, immutable",
		"",
		// Pictures of articles, which the widget shows.
		...["avif", "gif", "jpg", "png", "svg", "webp"].flatMap((type) => [`/_astro/*.${type}`, ...foreign, ""]),
		// Named by what they show, and shown by other sites.
		`${sharingFolder}/*`,
		"  Cache-Control: public, max-age=31536000, immutable",
		...foreign,
		"",
		speculation,
		"  Content-Type: application/speculationrules+json",
		"",
		// A browser that holds an old one would not learn of a new one.
		"/sw.js",
		"  Cache-Control: no-cache",
		"",
		"/*.webmanifest",
		"  Content-Type: application/manifest+json",
		"",
		// The same as a page in another form: for programs that ask for it, not for search results.
		"/*.md",
		"  Content-Type: text/markdown; charset=utf-8",
		"  X-Robots-Tag: noindex",
		"",
		"/*llms.txt",
		"  Content-Type: text/plain; charset=utf-8",
		"",
		"/*llms-full.txt",
		"  Content-Type: text/plain; charset=utf-8",
		"",
		"/*.atom",
		"  Content-Type: application/atom+xml; charset=utf-8",
		"",
		"/*opensearch.xml",
		"  Content-Type: application/opensearchdescription+xml; charset=utf-8",
		"",
		// What readers download is no page of this site, whatever it holds.
		`/${filesFolder}/*`,
		"  Content-Disposition: attachment",
		"",
		// The folder is named by its content.
		...languages.flatMap(({ base }) => [`${base}${indexFolder}/:folder/*`, "  Cache-Control: public, max-age=31536000, immutable", ""]),
	];
	writeFileSync(join(out, "_headers"), rules.join("\n"));
	return csp;
}
