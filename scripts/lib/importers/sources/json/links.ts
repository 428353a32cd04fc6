import type { SourceArticle, SourceCategory } from "../../source.ts";

/** Whose addresses are those of the centre that was exported. */
export interface OldCentre {
	/** Whether a full address is one of this centre. */
	isOwn(url: URL): boolean;
	/** Path of an article, with the groups `id` and, where it names one, `locale`. */
	article: RegExp;
	/** Path of a category, with the group `id`. */
	category: RegExp;
	/** Key of an article by id and locale of the source; the locale undefined asks for any. */
	keyOf(id: string, locales: (string | undefined)[]): string | undefined;
	/** Folders of a category by its id. */
	categoryOf(id: string): string[] | undefined;
	/** Address here of a page that every centre has, by its path without a slash at the end. Called for hosts of this centre only. */
	pageAt(path: string, query: URLSearchParams): string | undefined;
	/** Everything that has addresses of its own, for those that hold no id. */
	articles: SourceArticle[];
	categories: SourceCategory[];
	/** Id and locale of an article in the source. */
	idOf(article: SourceArticle): { id: string; locale: string };
}

/** Where links in the texts of an exported centre lead. */
export interface OldLinks {
	article(url: string, from: SourceArticle): { key: string; anchor?: string | undefined } | undefined;
	category(url: string): string[] | undefined;
	/** Like `Source.resolvePage`. */
	page(url: string): string | undefined;
	/** The path of an address of the old centre; undefined where it is no such address, or none at all. */
	pathOf(url: string): string | undefined;
}

/** Understands full addresses of the centre's hosts and those from its root. */
export function createLinks({ isOwn, article, category, keyOf, categoryOf, pageAt, articles, categories, idOf }: OldCentre): OldLinks {
	const keyAt = new Map(articles.flatMap(({ key, addresses }) => addresses.map((address) => [plain(address), key])));
	const folderAt = new Map(categories.flatMap(({ path, addresses = [] }) => addresses.map((address) => [plain(address), path])));

	function parse(url: string): URL | undefined {
		if (!/^(https?:)?\/?\//i.test(url) || !URL.canParse(url, "https://old.invalid/")) return undefined;
		const parsed = new URL(url, "https://old.invalid/");
		return parsed.hostname === "old.invalid" || isOwn(parsed) ? parsed : undefined;
	}
	return {
		article(url, from) {
			const own = parse(url);
			const parsed = own ?? (/^(https?:)?\/\//i.test(url) && URL.canParse(url, "https://old.invalid/") ? new URL(url, "https://old.invalid/") : undefined);
			const groups = parsed && article.exec(parsed.pathname)?.groups;
			const id = groups?.["id"];
			const anchor = parsed && parsed.hash.length > 1 ? decode(parsed.hash.slice(1)) : undefined;
			const known = own && keyAt.get(plain(own.pathname));
			if (known !== undefined) return { key: known, anchor };
			// An id this long is no other centre's; the host is one that the centre had or that only its readers know.
			if (!parsed || id === undefined || (!own && id.length < 9)) return undefined;
			const key = keyOf(id, [groups?.["locale"]?.toLowerCase(), idOf(from).locale, undefined]);
			return key === undefined ? undefined : { key, anchor };
		},
		category(url) {
			const path = parse(url)?.pathname ?? "";
			const id = category.exec(path)?.groups?.["id"];
			return id === undefined ? folderAt.get(plain(path)) : categoryOf(id);
		},
		page(url) {
			const parsed = parse(url);
			return parsed && pageAt(plain(parsed.pathname), parsed.searchParams);
		},
		pathOf: (url) => parse(url)?.pathname,
	};
}

/** What addresses of articles begin with: one or more for each language. Example: `/hc/en-us` */
export function centresOf(articles: Pick<SourceArticle, "addresses">[]): string[] {
	const leads = articles.flatMap(({ addresses }) => addresses.flatMap((address) => /^(.*)\/articles\/\d+(?:-[^/]*)?$/.exec(address)?.[1] ?? []));
	return [...new Set(leads)];
}

/** Gives categories their short addresses in every language; readers of each could see them. @param centres as `centresOf` has them */
export function inEveryCentre(categories: SourceCategory[], centres: string[]): SourceCategory[] {
	return categories.map((category) => {
		const addresses = category.addresses ?? [];
		const short = new Set(addresses.flatMap((address) => /\/(?:categories|sections|collections)\/\d+(?=-|$)/.exec(address)?.[0] ?? []));
		return { ...category, addresses: [...new Set([...addresses, ...centres.flatMap((centre) => [...short].map((each) => centre + each))])] };
	});
}

/** A path as it is compared. */
function plain(path: string): string {
	return decode(path).replace(/\/+$/, "");
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
