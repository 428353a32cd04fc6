import { attribute, findAll, findFirst, hasClass, parseHtml, wordsOf } from "../html.ts";
import { fileOf } from "./read-index.ts";
import { daysIn } from "../days.ts";

/** A file that hangs on a page. */
export interface Attachment {
	/** Path as the page names it. Example: `attachments/123/456.png` */
	path: string;
	/** Name that people gave it. Example: `sign-in.png` */
	name: string;
}

/** What may be a day, without words around it: those may be names of people. */
const likeDays = /\d{1,2}\S* \p{L}\S* \d{4}|\p{L}+\.? \d{1,2},? \d{4}|[\d./-]*\d{4}[\d./-]*/gu;

/** What stands around the text of an exported page. */
export interface PageFrame {
	title: string | undefined;
	/** File of the page above it, from the breadcrumbs. */
	parent: string | undefined;
	updated: string | undefined;
	/** A day of the last change that is not understood, as it was written. */
	unreadDay: string | undefined;
	labels: string[];
	attachments: Attachment[];
}

/** Reads what stands before and after the text of a page; the text itself is not parsed. */
export function readFrame(text: string, spaceName: string | undefined): PageFrame {
	const start = Math.max(text.search(/<div[^>]{0,200}\bid="main-content"/), 0);
	const after = text.indexOf('<div class="pageSection', start);
	const head = parseHtml(text.slice(0, start || 20_000));
	const foot = parseHtml(after === -1 ? "" : text.slice(after));

	const crumbs = findAll(head, ({ tagName }) => tagName === "ol").find((list) => attribute(list, "id") === "breadcrumbs");
	const links = crumbs ? findAll(crumbs, ({ tagName }) => tagName === "a") : [];
	const space = spaceName ?? wordsOf(links[0]);
	const heading =
		wordsOf(findFirst(head, (element) => attribute(element, "id") === "title-text")) || wordsOf(findFirst(head, ({ tagName }) => tagName === "title"));
	const title = space && heading.startsWith(`${space} : `) ? heading.slice(space.length + 3) : heading;

	const metadata = wordsOf(findFirst(head, (element) => hasClass(element, "page-metadata")));
	const written = metadata.split(/\bon /).at(-1) ?? "";
	const days = daysIn(written);
	const years = written.match(/(?<!\d)\d{4}(?!\d)/g) ?? [];
	// Of two days the later one is the change. One that was not understood could be it.
	const updated = years.length <= days.length ? days.sort().at(-1) : undefined;
	const labelled = [head, foot].flatMap((tree) => findAll(tree, (element) => hasClass(element, "label-list") || hasClass(element, "labels-content")));
	const labels = labelled.flatMap((list) => findAll(list, ({ tagName }) => tagName === "a").map(wordsOf));
	return {
		title: title || undefined,
		parent: links.flatMap((link) => fileOf(attribute(link, "href")) ?? []).at(-1),
		updated,
		unreadDay: updated === undefined ? written.match(likeDays)?.at(-1) : undefined,
		labels: [...new Set(labels)].filter(Boolean),
		attachments: findAll(foot, ({ tagName }) => tagName === "a").flatMap((link) => {
			const path = attachmentPath(attribute(link, "href"));
			return path === undefined ? [] : [{ path, name: wordsOf(link) || (path.split("/").at(-1) ?? path) }];
		}),
	};
}

/** The path of an exported attachment without what follows `?`; that of the file itself for a thumbnail. Undefined for other addresses. */
export function attachmentPath(url: string): string | undefined {
	const path = url.replace(/[?#].*$/s, "").replace(/^\.\//, "");
	if (!path.startsWith("attachments/") || path.split("/").includes("..")) return undefined;
	const whole = path.replace(/^attachments\/thumbnails\//, "attachments/");
	try {
		return decodeURIComponent(whole);
	} catch {
		return whole;
	}
}
