import type { Root } from "mdast";
import type { Entry } from "./centre.ts";
import type { Exporter, Sink, Source } from "./exporter.ts";
import type { ExportedArticle, ExportedCentre } from "./json-schema.ts";
import { plainBody } from "./plain-tree.ts";
import { rewriteAddresses } from "./rewrite-addresses.ts";
import { toHtml } from "./to-html.ts";
import { toMarkdown } from "./to-markdown.ts";

const document = "centre.json";

/** Where files of the content folder stand in the export. */
const filesFolder = "files";

/** One JSON document (`json-schema.ts`), and the pictures beside it. */
export const json: Exporter = { document, write };

async function write({ centre, places, articles }: Source, sink: Sink): Promise<void> {
	const { site, categories, redirects, synonyms, files } = centre;
	const head: Omit<ExportedCentre, "articles"> = { generator: "tier-zero json", version: 1, site, categories, redirects, synonyms };
	await sink.append(document, `${JSON.stringify(head).slice(0, -1)},"articles":[`);
	let separator = "\n";
	for await (const { entry, tree } of articles()) {
		const article = exportArticle(entry, tree, (url) => {
			const path = places.image(entry, url);
			return path === undefined ? url : encodeURI(`${filesFolder}/${path}`);
		});
		await sink.append(document, `${separator}${JSON.stringify(article)}`);
		separator = ",\n";
	}
	await sink.append(document, "\n]}\n");
	for (const path of files.filter((file) => file.startsWith("articles/"))) await sink.copy(path, `${filesFolder}/${path}`);
}

function exportArticle({ data, id, locale, address, category, updated }: Entry, tree: Root, image: (url: string) => string): ExportedArticle {
	const addresses = { link: (url: string) => url, image };
	const forMarkdown = plainBody(tree, "markdown");
	rewriteAddresses(forMarkdown.tree, addresses);
	const forHtml = plainBody(tree, "html");
	const { links, images } = rewriteAddresses(forHtml.tree, addresses);
	const { headings } = forHtml;
	return { ...data, id, locale, address, category, updated, markdown: toMarkdown(forMarkdown.tree), html: toHtml(forHtml.tree), headings, links, images };
}
