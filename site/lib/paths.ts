/** A locale and what remains of a collection id. `en/data-entry/add` → `en`, `data-entry/add`. */
export function splitEntryId(entryId: string): { locale: string; id: string } {
	const slash = entryId.indexOf("/");
	return { locale: entryId.slice(0, slash), id: entryId.slice(slash + 1) };
}

/** Makes the address of an id: the default locale has no prefix. */
export function createPathFormatter({ defaultLocale }: { defaultLocale: string }) {
	return function pathOf(id: string, locale = defaultLocale): string {
		const prefix = locale === defaultLocale ? "" : `/${locale}`;
		return id === "" ? `${prefix}/` : `${prefix}/${id}/`;
	};
}

/** A path with a slash at its end. */
export function withSlash(path: string): string {
	return path.endsWith("/") ? path : `${path}/`;
}

/** The ids from the root down to `id`, without `id` itself. `a/b/c` → `a`, `a/b`. */
export function parentIds(id: string): string[] {
	const parts = id.split("/");
	return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}
