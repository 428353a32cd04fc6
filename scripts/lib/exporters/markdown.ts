import { posix } from "node:path";
import type { Root, RootContent } from "mdast";
import { stringify } from "yaml";
import type { Entry } from "./centre.ts";
import type { Exporter, Sink, Source } from "./exporter.ts";
import { makeIndex } from "./markdown-index.ts";
import { plainBody } from "./plain-tree.ts";
import { splitAddress } from "./places.ts";
import { rewriteAddresses } from "./rewrite-addresses.ts";
import { markdownAnchors, toMarkdown } from "./to-markdown.ts";

const indexFile = "README.md";

/** A tree of plain Markdown that reads well on GitHub: folders, pictures and data files as they are, and an index. */
export const markdown: Exporter = { write };

async function write(source: Source, sink: Sink): Promise<void> {
	const { centre } = source;
	const { categoryAnchors } = makeIndex(centre, []);
	const linker = makeLinker(source, categoryAnchors);
	const written: Entry[] = [];
	for await (const { entry, tree } of source.articles()) {
		await sink.append(markdownPath(entry), articleText(entry, tree, linker));
		written.push(entry);
	}
	await sink.append(indexFile, toMarkdown(makeIndex(centre, written).tree));
	for (const path of centre.files) await sink.copy(path, path);
}

/** Where an article stands in the export. */
function markdownPath({ path }: Pick<Entry, "path">): string {
	return path.replace(/\.mdx$/, ".md");
}

type Linker = (from: Entry, url: string) => string;

/** Makes links between exported files relative; what is not exported is linked on the site. */
function makeLinker({ centre, places, read }: Source, categoryAnchors: Map<string, string>): Linker {
	const known = new Map<string, Map<string, string>>();
	function anchorOf(entry: Entry, id: string): string | undefined {
		if (id === "") return undefined;
		const anchors = known.get(entry.path) ?? markdownAnchors(wholeTree(entry, read(entry) ?? { type: "root", children: [] }));
		known.set(entry.path, anchors);
		return anchors.get(id);
	}
	return function link(from, url) {
		const target = splitAddress(url);
		if (!target) return url;
		const { path, anchor } = target;
		const place = path === "" ? ({ kind: "article", entry: from } as const) : places.find(path);
		if (!place) return `${centre.site.url}${url}`;
		const to = place.kind === "article" ? markdownPath(place.entry) : indexFile;
		const file = to === markdownPath(from) ? "" : encodeURI(posix.relative(posix.dirname(from.path), to));
		const heading = place.kind === "article" ? anchorOf(place.entry, anchor) : place.kind === "category" ? categoryAnchors.get(place.id) : undefined;
		const hash = heading === undefined ? "" : `#${heading}`;
		return `${file}${hash}` || encodeURI(posix.basename(to));
	};
}

/** The article as it is exported: its title above its text. */
function wholeTree({ data }: Entry, tree: Root): Root {
	const title: RootContent = { type: "heading", depth: 1, children: [{ type: "text", value: data.title }] };
	const summary: RootContent = { type: "paragraph", children: [{ type: "text", value: data.summary }] };
	return { type: "root", children: [title, summary, ...plainBody(tree, "markdown").tree.children] };
}

function articleText(entry: Entry, body: Root, link: Linker): string {
	const { data, id, locale, address, category } = entry;
	const tree = wholeTree(entry, body);
	rewriteAddresses(tree, { link: (url) => link(entry, url), image: (url) => url });
	const fields = stringify({ ...data, category, id, locale, address }, { lineWidth: 0 });
	return `---\n${fields}---\n\n${toMarkdown(tree)}`;
}
