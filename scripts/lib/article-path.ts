const pattern = /^articles\/([^/]+)\/(.+)\.mdx$/;

/** Whether a path below a content folder is that of an article. Example: `articles/en/data-entry/add-esg-data.mdx` */
export function isArticlePath(path: string): boolean {
	return pattern.test(path);
}

/** Locale and id of an article's file; undefined for any other. `articles/en/data-entry/add.mdx` → `en`, `data-entry/add` */
export function splitArticlePath(path: string): { locale: string; id: string } | undefined {
	const [, locale, id] = pattern.exec(path) ?? [];
	return locale === undefined || id === undefined ? undefined : { locale, id };
}
