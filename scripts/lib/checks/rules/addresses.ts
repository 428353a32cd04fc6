import type { Finding } from "#site/lib/finding.ts";
import { reserved } from "#site/lib/reserved-addresses.ts";
import { isArticlePath } from "../../article-path.ts";
import { categoryPaths } from "../build-content.ts";
import type { Article, Content, Rule } from "../model.ts";
import { error } from "../report.ts";

const top = { line: 1, column: 1 };

/** addresses/clash: no two things at one address. addresses/name: an address is plain. addresses/unread: every file is an article. */
export const addresses: Rule = (content) => {
	const locales = new Set(content.articles.map(({ locale }) => locale));
	const taken = [...reserved, ...[...locales].filter((locale) => content.prefix(locale) !== "")];
	const categories = new Set(categoryPaths(content.data.categories.data ?? []));
	return [
		...content.articles.flatMap((article) => [...name(article), ...clash(article, categories, taken)]),
		...categoryClash(content, taken),
		...unread(content),
	];
};

function name(article: Article): Finding[] {
	if (article.id.split("/").at(-1) === "index") {
		return [
			error("addresses/name", article, top, {
				what: "an article cannot be called index",
				why: "Its address would be that of the folder, which is the category's page.",
				remedy: "Rename the file to what the article is about.",
			}),
		];
	}
	if (/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/.test(article.id)) return [];
	return [
		error("addresses/name", article, top, {
			what: `the path ${article.id} cannot be an address`,
			why: "Addresses hold only lower-case letters a–z, digits and single hyphens, so that they can be typed and read aloud.",
			remedy: "Rename the file or folder.",
		}),
	];
}

function clash(article: Article, categories: Set<string>, taken: string[]): Finding[] {
	const first = article.id.split("/")[0] ?? "";
	if (taken.includes(first)) {
		return [
			error("addresses/clash", article, top, {
				what: `the address ${article.address} begins with /${first}/, which the centre uses itself`,
				why: "Readers would get the other page.",
				remedy: `Rename the file or folder. Reserved: ${taken.join(", ")}.`,
			}),
		];
	}
	if (!categories.has(article.id)) return [];
	return [
		error("addresses/clash", article, top, {
			what: `the address ${article.address} is also that of a category`,
			why: "Two pages cannot have one address.",
			remedy: "Rename the file.",
		}),
	];
}

function categoryClash({ data }: Content, taken: string[]): Finding[] {
	const { categories } = data;
	return (categories.data ?? []).flatMap(({ slug }, index, all) => {
		const place = categories.locateValue([index, "slug"]);
		if (taken.includes(slug)) {
			return [
				error("addresses/clash", categories, place, {
					what: `the category "${slug}" has an address that the centre uses itself`,
					why: "Readers would get the other page.",
					remedy: `Choose another slug and rename the folder. Reserved: ${taken.join(", ")}.`,
				}),
			];
		}
		if (all.findIndex((other) => other.slug === slug) === index) return [];
		return [
			error("addresses/clash", categories, place, {
				what: `the category "${slug}" is there twice`,
				why: "Two pages cannot have one address.",
				remedy: "Make one category of the two.",
			}),
		];
	});
}

function unread({ files, display }: Content): Finding[] {
	return [...files]
		.filter((path) => /^articles\/.*\.(md|markdown|mdx|MDX)$/.test(path) && !isArticlePath(path))
		.map((path) =>
			error("addresses/unread", { file: display(path) }, top, {
				what: "the file is not read",
				why: "Articles are the .mdx files in articles/<locale>/<category>/.",
				remedy: "Rename it to .mdx and put it into the folder of a category, or move it out of articles/.",
			}),
		);
}
