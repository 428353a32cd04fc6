import type { Digest } from "#contract/digest.ts";
import { plainLine } from "#contract/plain-line.ts";
import { escapeHtml } from "#site/lib/escape-html.ts";
import { digestTitle } from "#worker/reports/digest/digest-news.ts";
import { daysInWords, momentInWords } from "#worker/reports/digest/in-words.ts";
import { partsOf, type Item, type Part } from "#worker/reports/digest/parts.ts";
import { digestStyle } from "./digest-style.ts";

/** The digest as one page that needs nothing else: to be read, sent along, or printed on A4 and kept as PDF. It runs nothing and asks for nothing. */
export function digestHtml(digest: Digest): string {
	const { centre, url, from, to, timeZone, generatedAt } = digest;
	const title = inHtml(digestTitle(digest));
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
${digestStyle}
</style>
</head>
<body>
<main>
<header>
<p class="centre">${inHtml(centre)}</p>
<h1>The week of ${daysInWords(from, to)}</h1>
<p class="muted">Days of ${inHtml(timeZone)}. Made on ${momentInWords(generatedAt, timeZone)}. <a href="${inHtml(`${url}/manage?from=${from}&to=${to}`)}">The whole report</a></p>
</header>
${partsOf(digest)
	.map((part) => partHtml(part, url))
	.join("\n")}
</main>
</body>
</html>
`;
}

function partHtml({ id, heading, items = [], table, empty }: Part, url: string): string {
	const tag = id === "actions" ? "ol" : "ul";
	const content =
		table && table.rows.length > 0
			? tableHtml(heading, table)
			: items.length > 0
				? `<${tag}>${items.map((item) => itemHtml(item, url)).join("")}</${tag}>`
				: `<p class="muted">${inHtml(empty)}</p>`;
	return `<section id="${id}" aria-labelledby="${id}-heading">\n<h2 id="${id}-heading">${inHtml(heading)}</h2>\n${content}\n</section>`;
}

function tableHtml(heading: string, { heads, rows }: NonNullable<Part["table"]>): string {
	const body = rows.map(
		({ cells: [first = "", ...rest] }) => `<tr><th scope="row">${inHtml(first)}</th>${rest.map((cell) => `<td>${inHtml(cell)}</td>`).join("")}</tr>`,
	);
	return `<div class="scroll" tabindex="0" role="region" aria-label="${inHtml(heading)}"><table><thead><tr>${heads.map((head) => `<th scope="col">${inHtml(head)}</th>`).join("")}</tr></thead><tbody>${body.join("")}</tbody></table></div>`;
}

function itemHtml({ text, more, href }: Item, url: string): string {
	const link = href === undefined ? "" : ` <a href="${inHtml(url + href)}">See it</a>`;
	return `<li><p>${inHtml(text)}${link}</p>${more.map((line) => `<p class="more">${inHtml(line)}</p>`).join("")}</li>`;
}

/** Text as text on one line. A number stays with its per cent. */
function inHtml(text: string): string {
	return escapeHtml(plainLine(text)).replace(/(\d) (?=%)/g, "$1\u00A0");
}
