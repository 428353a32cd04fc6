import type { Finding, Place } from "#site/lib/finding.ts";
import { nearest } from "#site/lib/nearest.ts";
import type { Article, Content, Rule } from "../model.ts";
import { decodeAddress, error } from "../report.ts";

interface Found extends Place {
	url: string;
	file: string;
	/** The article with the link; none for data files. */
	article?: Article;
}

/** links/page: every link leads somewhere. links/anchor: and to a place that exists. links/slash: without a detour. */
export const links: Rule = (content) => allLinks(content).flatMap((link) => checkLink(link, content));

function allLinks({ articles, data }: Content): Found[] {
	const inArticles = articles.flatMap((article) => (article.body?.links ?? []).map((link) => ({ ...link, file: article.file, article })));
	const { site } = data;
	const inSite = (["headerLinks", "footerLinks"] as const).flatMap((field) =>
		(site.data?.[field] ?? []).map(({ href }, index) => ({ url: href, file: site.file, ...site.locateValue([field, index, "href"]) })),
	);
	return [...inArticles, ...inSite];
}

function checkLink(link: Found, content: Content): Finding[] {
	const { url, article } = link;
	if (/^([a-z][a-z+.-]*:|\/\/)/i.test(url)) return [];
	const { path, anchor } = split(url);
	if (path === "" && anchor !== undefined) return article ? checkAnchor(link, anchor, article) : [];
	if (!path.startsWith("/")) {
		return [
			error("links/page", link, link, {
				what: `the link "${url}" is not an address of this site`,
				why: "Readers and the search index need the address from the start of the site.",
				remedy: "Write it from the start with a slash at both ends, like /data-entry/add-esg-data/.",
			}),
		];
	}
	// A draft may lead to another: they are published together.
	const draft = article?.draft ? content.articles.find((other) => other.draft && other.address === path) : undefined;
	const target = content.pages.get(path);
	if (!target && !draft) return [missingPage(link, path, content)];
	const targetArticle = target?.article ?? draft;
	return anchor !== undefined && targetArticle ? checkAnchor(link, anchor, targetArticle) : [];
}

function split(url: string): { path: string; anchor: string | undefined } {
	const [beforeAnchor = "", anchor] = url.split("#");
	return { path: beforeAnchor.split("?")[0] ?? "", anchor };
}

function missingPage(link: Found, path: string, { pages, articles, data }: Content): Finding {
	if (!path.endsWith("/") && pages.has(`${path}/`)) {
		return error("links/slash", link, link, {
			what: `the link "${link.url}" has no slash at the end`,
			why: "The page's address ends with one; without it every reader takes a detour.",
			remedy: `Write ${link.url.replace(path, `${path}/`)}`,
		});
	}
	const withSlash = path.endsWith("/") ? path : `${path}/`;
	const why = "A reader in trouble would end on a page that does not exist.";
	const draft = articles.find(({ address, draft: isDraft }) => isDraft && address === withSlash);
	if (draft)
		return error("links/page", link, link, {
			what: `the link "${link.url}" leads to a draft`,
			why: "A draft is not published.",
			remedy: `Publish ${draft.file} (delete draft: true), or leave the link out.`,
		});
	const moved = data.redirects.data?.find(({ from }) => from === withSlash || from === path);
	if (moved)
		return error("links/page", link, link, {
			what: `the link "${link.url}" leads to an old address`,
			why: "It works only by a redirect, which costs time and can end.",
			remedy: `Write ${moved.to}`,
		});
	const meant = similarPage(withSlash, [...pages.keys()]);
	return error("links/page", link, link, {
		what: `the link "${link.url}" leads nowhere${meant ? `  (did you mean ${meant}?)` : ""}`,
		why,
		remedy: meant ? `Write ${meant}, or delete the link.` : "Correct the address, write the article, or delete the link.",
	});
}

/** The same last part in another folder is likelier meant than a few different letters. */
function similarPage(path: string, pages: string[]): string | undefined {
	const last = path.split("/").at(-2);
	return pages.find((page) => page.split("/").at(-2) === last && last) ?? nearest(path, pages);
}

function checkAnchor(link: Found, anchor: string, target: Article): Finding[] {
	if (anchor === "" || !target.body || target.body.ids.has(decodeAddress(anchor))) return [];
	const meant = nearest(anchor, target.body.ids);
	const known = [...target.body.ids];
	return [
		error("links/anchor", link, link, {
			what: `${target.file} has no place called "#${anchor}"${meant ? `  (did you mean "#${meant}"?)` : ""}`,
			why: "The link would open the page at its top, and the reader has to search.",
			remedy: meant ? `Write #${meant}` : known.length > 0 ? `Use one of: ${known.map((id) => `#${id}`).join(", ")}` : "Leave the anchor out.",
		}),
	];
}
