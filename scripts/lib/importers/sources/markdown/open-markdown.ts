import { posix } from "node:path";
import type { Note } from "../../notes.ts";
import type { Source, SourceArticle, SourceCategory } from "../../source.ts";
import { openTree } from "../../tree/open-tree.ts";
import type { Tree } from "../../tree/tree.ts";
import { findKind, type FoundKind, type KindName } from "./find-kind.ts";
import { createLibrary } from "./find-targets.ts";
import { readDocusaurus } from "./kinds/docusaurus.ts";
import { readHugo } from "./kinds/hugo.ts";
import { readJekyll } from "./kinds/jekyll.ts";
import { readPlain } from "./kinds/plain.ts";
import { readStarlight } from "./kinds/starlight.ts";
import { makeDialect } from "./make-dialect.ts";
import { isMarkdown, readPage, type OpenedPage } from "./read-page.ts";
import { readRedirectLists } from "./redirect-lists.ts";
import type { Site } from "./site.ts";

const kinds: Record<KindName, (tree: Tree, project: string) => Promise<Site>> = {
	starlight: readStarlight,
	docusaurus: readDocusaurus,
	jekyll: readJekyll,
	hugo: readHugo,
	plain: readPlain,
};

/**
 * Opens a tree of Markdown files.
 * @param name word of the source, as reports and states have it
 * @param wanted the generator it was written for; found out when it is not given
 */
export async function openMarkdown(path: string, name: string, wanted?: KindName): Promise<Source> {
	const tree = await openTree(path);
	const { kind, project } = findKind(tree, wanted);
	const site = await kinds[kind](tree, project);
	const notes: Note[] = [...tree.notes, ...site.notes, ...foundNotes(wanted, { kind, project })];
	const pages: OpenedPage[] = [];
	// One after the other: thousands of files at once would need as many handles.
	for (const file of tree.files.filter(isMarkdown)) {
		const page = await readPage(tree, file, site, notes);
		if (page) pages.push(page);
	}
	notes.push(...strayNotes(tree, site));
	const articles = pages.flatMap(({ article }) => article ?? []);
	const library = createLibrary(
		tree,
		site,
		pages.flatMap(({ article, names }) => (article ? [{ key: article.key, addresses: article.addresses, names }] : [])),
	);
	const lists = await readRedirectLists(tree, ["", ...site.assetFolders], notes);
	const firstAddress = new Map(articles.map(({ key, addresses }) => [key, addresses[0]]));
	/** The address of the article that a redirect means, however it is written. */
	function addressHere(to: string): string {
		const key = library.page(to, { key: "", addresses: ["/"] });
		return (key !== undefined && firstAddress.get(key)) || to;
	}
	return {
		name,
		articles,
		// Of two names for a folder the later one holds.
		categories: [...namesakes(articles), ...pages.flatMap(({ category }) => category ?? []), ...site.categories],
		redirects: [...site.redirects, ...lists, ...pages.flatMap(({ redirect }) => redirect ?? [])].map((each) => ({ ...each, to: addressHere(each.to) })),
		notes,
		dialect: makeDialect(site, library),
		resolveLink(url, from) {
			const key = library.page(url, from);
			const anchor = /#(.*)$/s.exec(url)?.[1];
			return key === undefined ? undefined : { key, anchor };
		},
		resolveFile(url, from) {
			const file = library.file(url, from);
			return file === undefined || isMarkdown(file) ? undefined : { key: file, name: posix.basename(file), read: () => tree.read(file) };
		},
		close: () => tree.close(),
	};
}

function foundNotes(wanted: KindName | undefined, { kind, project }: FoundKind): Note[] {
	const where = project === "" ? "" : ` in ${project}/`;
	return wanted === undefined && kind !== "plain" ? [{ kind: "changed", file: project || ".", line: 1, what: `it was read as a site of ${kind}${where}` }] : [];
}

/** Pages that are not Markdown, and Markdown outside the folders of content: one line for each kind. */
function strayNotes({ files }: Tree, { roots }: Site): Note[] {
	const inRoot = (file: string) => roots.some(({ folder }) => folder === "" || file.startsWith(`${folder}/`));
	const groups = new Map<string, string[]>();
	for (const file of files) {
		const extension = /\.(adoc|asciidoc|rst|org|textile|ipynb|html?)$/i.exec(file)?.[1]?.toLowerCase();
		const group =
			isMarkdown(file) && !inRoot(file) && !/(^|\/)versioned_docs\//.test(file)
				? "outside"
				: extension !== undefined && inRoot(file) && !/(^|\/)(_layouts|_includes|layouts|themes|static|public|_site)\//.test(file)
					? extension
					: undefined;
		if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []).slice(-9999), file]);
	}
	return [...groups].map(([group, found]) => {
		const count = `${found.length} ${group === "outside" ? "Markdown" : `.${group}`} ${found.length === 1 ? "file" : "files"}`;
		const why = group === "outside" ? "outside the folders of articles" : "not written in Markdown";
		return {
			kind: "person",
			file: found[0] ?? "",
			line: 1,
			what: `${count} ${why} did not come along: ${found.slice(0, 5).join(", ")}${found.length > 5 ? ", …" : ""}`,
		};
	});
}

/** A page beside a folder of the same name is that folder's title. */
function namesakes(articles: SourceArticle[]): SourceCategory[] {
	const folders = new Set(articles.map(({ path }) => path.slice(0, -1).join("/")));
	return articles.flatMap(({ path, title, summary }) => (title !== undefined && folders.has(path.join("/")) ? [{ path, title, summary }] : []));
}
