import type { Note } from "../../notes.ts";
import type { SourceArticle, SourceCategory } from "../../source.ts";
import { decodeText } from "../../tree/decode-text.ts";
import type { Tree } from "../../tree/tree.ts";
import { textOf } from "./config/values.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { addressOfParts, partsOf } from "./kinds/paths.ts";
import { readFields } from "./read-fields.ts";
import type { OldRedirect, Place, Root, Site } from "./site.ts";

/** What a Markdown file turned out to be: an article, the name of a folder, a redirect, or more than one of these. */
export interface OpenedPage {
	article?: SourceArticle;
	category?: SourceCategory;
	redirect?: OldRedirect[];
	/** What links may call the article. */
	names: string[];
}

/** Whether a file is Markdown, by its name. */
export function isMarkdown(file: string): boolean {
	return /\.(md|mdx|markdown|mdown|mkd)$/i.test(file);
}

/** Reads what stands before a page's text. Of the text itself nothing is kept. Undefined where the file is no page. */
export async function readPage(tree: Tree, file: string, site: Site, notes: Note[]): Promise<OpenedPage | undefined> {
	const root = rootOf(file, site.roots);
	if (!root) return undefined;
	const name = file.slice(root.folder === "" ? 0 : root.folder.length + 1).replace(/\.[a-z]+$/i, "");
	const why = site.leftOut({ file, name, root });
	if (why !== undefined) {
		notes.push({ kind: "changed", file, line: 1, what: `it did not become an article: ${why}` });
		return undefined;
	}
	const { fields: own, body, encoding, problem } = await readStart(tree, file);
	const fields = site.fieldsOf?.({ file, name, root, fields: own }) ?? own;
	const place = site.place({ file, name, root, fields });
	const known = readFields(fields, { used: place.used, own, separator: site.labelSeparator });
	if (place.problem !== undefined) notes.push({ kind: "person", file, line: 1, what: place.problem });
	if (encoding !== "utf-8") notes.push({ kind: "changed", file, line: 1, what: `it was written in ${encoding}; it is UTF-8 now` });
	if (problem) notes.push({ kind: "person", file, ...problem });
	const isIndex = place.path.at(-1) === "index" && place.path.length > 1;
	const title = known.title ?? (isIndex ? firstHeading(body) : undefined);
	const category = isIndex && title !== undefined ? { path: place.path.slice(0, -1), title, summary: known.summary } : undefined;
	const to = textOf(fields["redirect_to"]) ?? textOf(Array.isArray(fields["redirect_to"]) ? fields["redirect_to"][0] : undefined);
	const from = place.addresses[0] ?? `/${name}`;
	if (to !== undefined && body.trim() === "") return { redirect: [{ from, to, file, line: 1 }], names: [] };
	// A section's page without a text only names the section.
	if (body.trim() === "" && /(^|\/)_index(\.[\w-]+)?\.[a-z]+$/i.test(file)) {
		const redirect = known.aliases.map((alias) => ({ from: absolute(alias, from, site), to: from, file, line: 1 }));
		return { ...(category && { category }), ...(redirect.length > 0 && { redirect }), names: [] };
	}
	return {
		...(category && { category }),
		article: toArticle(tree, file, site, place, known),
		names: [...(place.names ?? []), ...(known.title === undefined ? [] : [known.title])],
	};
}

function toArticle(tree: Tree, file: string, site: Site, place: Place, { aliases, draft, ...known }: ReturnType<typeof readFields>): SourceArticle {
	const [address = "/"] = place.addresses;
	return {
		...known,
		key: file,
		file,
		path: place.path,
		...(place.locale !== undefined && { locale: place.locale }),
		draft: draft || place.draft === true,
		updated: known.updated ?? place.day,
		addresses: [...new Set([...place.addresses, ...aliases.map((alias) => absolute(alias, address, site))])],
		async read() {
			const { body, firstLine } = await readStart(tree, file);
			return { format: site.format(file), text: body, firstLine };
		},
	};
}

async function readStart(tree: Tree, file: string) {
	const { text, encoding } = decodeText(await tree.read(file));
	return { ...splitFrontMatter(text.replace(/^\uFEFF/, "")), encoding };
}

/** The innermost root that holds a file. */
function rootOf(file: string, roots: Root[]): Root | undefined {
	return roots.filter(({ folder }) => folder === "" || file.startsWith(`${folder}/`)).sort((one, other) => other.folder.length - one.folder.length)[0];
}

/** An old address as an author writes it: from the root of the site, or beside the page's own. */
function absolute(alias: string, address: string, { base, aliasesFromRoot = false }: Pick<Site, "base" | "aliasesFromRoot">): string {
	if (URL.canParse(alias)) return new URL(alias).pathname;
	const path = aliasesFromRoot && !alias.startsWith("/") ? `/${alias}` : alias;
	if (path.startsWith("/")) return path === base || path.startsWith(`${base}/`) ? path : base + path;
	return addressOfParts([...partsOf(decodeURI(address)).slice(0, -1), ...partsOf(alias)]);
}

function firstHeading(body: string): string | undefined {
	return /^#[ \t]+([^\n#{]+)/m.exec(body.slice(0, 5000))?.[1]?.trim();
}
