import { posix } from "node:path";
import type { Note } from "../../notes.ts";
import type { Source, SourceArticle, SourceText } from "../../source.ts";
import { decodeText } from "../../tree/decode-text.ts";
import { orClose } from "../../tree/or-close.ts";
import { openNested } from "../../tree/open-nested.ts";
import { planTree } from "../plan-tree.ts";
import { createDialect } from "./dialect.ts";
import { createTargets, keyOf } from "./find-targets.ts";
import { readExport, type Page } from "./read-export.ts";
import { readPage } from "./read-page.ts";
import { showDatabase } from "./show-database.ts";

/** Opens Notion's export as Markdown and CSV, with its zips inside the zip. */
export async function openNotion(path: string): Promise<Source> {
	const tree = await openNested(path);
	const { pages, notes } = await orClose(tree, readExport(tree, path));
	const keys = new Map(pages.map((page) => [page.file, keyOf(page)]));
	const { paths, categories } = planTree(
		pages.map((page) => ({ key: keyOf(page), title: page.title, parent: page.parent === undefined ? undefined : keys.get(page.parent) })),
	);
	const rows = Map.groupBy(pages, ({ parent }) => parent ?? "");
	const targets = createTargets(tree, pages);
	const said = new Map<string, string[]>();
	const textOf = async (page: Page): Promise<SourceText> => {
		const { text } = decodeText(await tree.read(page.file));
		if (!page.isDatabase) {
			const { body, firstLine } = readPage(text, page.columns);
			return { format: "markdown", text: body, firstLine };
		}
		const { html, notes: tableNotes } = databaseText(text, page, rows.get(page.file) ?? []);
		said.set(keyOf(page), tableNotes);
		return { format: "html", text: html, firstLine: 1 };
	};
	return {
		name: "notion",
		articles: pages.map((page) => toArticle(page, paths.get(keyOf(page)) ?? [], () => textOf(page))),
		categories,
		redirects: [],
		notes: [...tree.notes, ...notes, ...peopleNotes(pages)],
		dialect: createDialect(targets, said),
		resolveLink: targets.page,
		resolveFile: targets.file,
		close: () => tree.close(),
	};
}

function toArticle(page: Page, path: string[], read: () => Promise<SourceText>): SourceArticle {
	const { file, title, properties, isDatabase } = page;
	return {
		key: keyOf(page),
		file,
		path,
		title,
		...(isDatabase && { summary: `All entries of ${title}.`, type: "reference" as const }),
		...(!isDatabase && { summary: properties?.summary }),
		keywords: properties?.keywords ?? [],
		draft: properties?.draft ?? false,
		archived: properties?.archived ?? false,
		updated: properties?.updated,
		addresses: addressesOf(page),
		leftOver: properties?.leftOver ?? [],
		read,
	};
}

/** The table of a database, and what has to be said about it. */
function databaseText(csv: string, { file }: Page, rows: Page[]): { html: string; notes: string[] } {
	const byTitle = Map.groupBy(rows, ({ title }) => title);
	const addressOf = (row: Page) => posix.relative(posix.dirname(file), row.file).split("/").map(encodeURIComponent).join("/");
	const { html, people, leftOut, ambiguous } = showDatabase(csv, (title) => (byTitle.get(title) ?? []).map(addressOf));
	const notes = [
		...(people.length > 0 ? [`columns that name people were left out: ${people.join(", ")}`] : []),
		...(leftOut > 0 ? [`the table shows the first rows; ${leftOut} more were left out`] : []),
		...(ambiguous.length > 0 ? [`several rows have the same name and lead nowhere: ${ambiguous.slice(0, 5).join(", ")}`] : []),
	];
	return { html, notes };
}

/** Addresses that the page had on a site of Notion. */
function addressesOf({ id, title }: Page): string[] {
	if (id === undefined) return [];
	const words = title
		.normalize("NFKD")
		.replace(/[^A-Za-z0-9]+/g, "-")
		.replace(/^-|-$/g, "");
	return [...(words === "" ? [] : [`/${words}-${id}`]), `/${id}`];
}

function peopleNotes(pages: Page[]): Note[] {
	return pages.flatMap(({ file, properties }) =>
		properties && properties.people.length > 0
			? [{ kind: "changed" as const, file, line: 1, what: `properties that name people were left out: ${properties.people.join(", ")}` }]
			: [],
	);
}
