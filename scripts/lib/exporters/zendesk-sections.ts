import { flattenCategories, type Category } from "#site/lib/categories.ts";
import type { Centre } from "./centre.ts";
import { stableId } from "./zendesk-ids.ts";
import type { ZendeskExport } from "./zendesk-schema.ts";

type Tree = Pick<ZendeskExport, "categories" | "sections">;

/** Zendesk has two kinds where the centre has three levels: categories hold sections, sections hold articles and sections. */
export function makeSections({ categories, entries, site }: Centre): Tree {
	const days = entries.map(({ data }) => data.lastReviewed).sort();
	const moment = `${days.at(-1) ?? "1970-01-01"}T00:00:00Z`;
	const used = new Set(entries.map(({ category }) => category));
	function common({ id, title, summary }: Category, position: number) {
		return {
			...{ name: title, description: summary, html_url: `${site.url}/${encodeURI(id)}/`, position, outdated: false },
			...{ locale: site.defaultLocale, source_locale: site.defaultLocale, created_at: moment, updated_at: moment },
		};
	}
	function section(category: Category, position: number, of: { category_id: number; parent_section_id: number | null }): Tree["sections"] {
		const id = stableId(`section:${category.id}`);
		const inside = category.children.flatMap((child, index) => section(child, index, { ...of, parent_section_id: id }));
		return [{ id, ...common(category, position), ...of }, ...inside];
	}
	const known = addMissing(categories, used);
	return {
		categories: known.map((category, position) => ({ id: stableId(`category:${category.id}`), ...common(category, position) })),
		sections: known.flatMap((category) => {
			const of = { category_id: stableId(`category:${category.id}`), parent_section_id: null };
			const own = used.has(category.id) ? section({ ...category, children: [] }, 0, of) : [];
			return [...own, ...category.children.flatMap((child, index) => section(child, own.length + index, of))];
		}),
	};
}

/** Folders that `categories.yml` does not name hold articles too, until somebody mends that. */
function addMissing(categories: Category[], used: Set<string>): Category[] {
	const named = new Set(flattenCategories(categories).map(({ id }) => id));
	const missing = [...used].filter((id) => !named.has(id)).map((id) => ({ id, title: id || "Other", summary: "", icon: "page", onHome: false, children: [] }));
	return [...categories, ...missing];
}
