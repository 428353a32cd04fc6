import { decodePercent, splitAddress } from "#contract/old-addresses.ts";
import type { Finding, Fix, Place } from "#site/lib/finding.ts";
import { nearest } from "#site/lib/nearest.ts";
import { withSlash } from "#site/lib/paths.ts";
import { createRedirectTable, type RedirectTable } from "#site/lib/redirects.ts";
import { replaceValue } from "../fix/edits.ts";
import { replaceLink } from "../fix/replace-link.ts";
import type { Article, Content, Rule } from "../model.ts";
import { error, withFix } from "../report.ts";
import { allRedirects } from "./redirects.ts";

interface Found extends Place {
	url: string;
	file: string;
	/** The article with the link; none for data files. */
	article?: Article;
}

/** links/page: every link leads somewhere. links/anchor: and to a place that exists. links/slash: without a detour. */
export const links: Rule = (content) => {
	const old = createRedirectTable(allRedirects(content));
	return allLinks(content).flatMap((link) => checkLink(link, content, old));
};

function allLinks({ articles, data }: Content): Found[] {
	const inArticles = articles.flatMap((article) => (article.body?.links ?? []).map((link) => ({ ...link, file: article.file, article })));
	const { site } = data;
	const inSite = (["headerLinks", "footerLinks"] as const).flatMap((field) =>
		(site.data?.[field] ?? []).map(({ href }, index) => ({ url: href, file: site.file, ...site.locateValue([field, index, "href"]) })),
	);
	return [...inArticles, ...inSite];
}

function checkLink(link: Found, content: Content, old: RedirectTable): Finding[] {
	const { url, article } = link;
	if (/^([a-z][a-z+.-]*:|\/\/)/i.test(url)) return [];
	const { path, fragment: anchor } = splitAddress(url);
	if (path === "" && anchor !== undefined) return article ? checkAnchor(link, anchor, article, content, old) : [];
	if (!path.startsWith("/")) {
		return [
			error("links/page", link, link, {
				what: `the link "${url}" is not an address of this site`,
				why: "Readers and the search index need the address from the start of the site.",
				remedy: "Write it from the start with a slash at both ends, like /data-entry/add-esg-data/.",
			}),
		];
	}
	if (path.startsWith("/files/")) return content.files.has(decodePercent(path.slice(1))) ? [] : [missingFile(link, path, content)];
	// A draft may lead to another: they are published together.
	const draft = article?.draft ? content.drafts.get(path) : undefined;
	const target = content.pages.get(path);
	if (!target && !draft) return [missingPage(link, path, content, old)];
	const targetArticle = target?.article ?? draft;
	return anchor !== undefined && targetArticle ? checkAnchor(link, anchor, targetArticle, content, old) : [];
}

function missingFile(link: Found, path: string, { files, display }: Content): Finding {
	const offered = [...files].filter((file) => file.startsWith("files/")).map((file) => `/${file}`);
	const meant = nearest(path, offered);
	return error("links/file", link, link, {
		what: `the file ${path} does not exist${meant ? `  (did you mean ${meant}?)` : ""}`,
		why: "Readers could not download it.",
		remedy: meant ? `Write ${meant}` : `Save it as ${display(decodePercent(path.slice(1)))}, or delete the link.`,
	});
}

function missingPage(link: Found, path: string, content: Content, old: RedirectTable): Finding {
	const { pages, drafts, meant: guess } = content;
	if (!path.endsWith("/") && pages.has(`${path}/`)) {
		const write = `${path}/${link.url.slice(path.length)}`;
		const finding = error("links/slash", link, link, {
			what: `the link "${link.url}" has no slash at the end`,
			why: "The page's address ends with one; without it every reader takes a detour.",
			remedy: `Write ${write}`,
		});
		return withFix(finding, fixLink(link, write, content));
	}
	const address = withSlash(path);
	const why = "A reader in trouble would end on a page that does not exist.";
	const draft = drafts.get(address);
	if (draft)
		return error("links/page", link, link, {
			what: `the link "${link.url}" leads to a draft`,
			why: "A draft is not published.",
			remedy: `Publish ${draft.file} (delete draft: true), or leave the link out.`,
		});
	const moved = old.newAddress(link.url);
	if (moved !== undefined) {
		const finding = error("links/page", link, link, {
			what: `the link "${link.url}" leads to an old address`,
			why: "It works only by a redirect, which costs time and can end.",
			remedy: `Write ${moved}`,
		});
		return withFix(finding, fixLink(link, moved, content));
	}
	const meant = guess.page(address);
	return error("links/page", link, link, {
		what: `the link "${link.url}" leads nowhere${meant ? `  (did you mean ${meant}?)` : ""}`,
		why,
		remedy: meant ? `Write ${meant}, or delete the link.` : "Correct the address, write the article, or delete the link.",
	});
}

function fixLink(link: Found, write: string, { texts }: Content): Fix | undefined {
	// What the query asks of an old address, another page may not understand.
	if (link.url.includes("?") && !write.includes("?")) return undefined;
	const site = { path: "data/site.yml", text: texts.get("data/site.yml") ?? "" };
	return link.article ? replaceLink(link.article, link, write) : replaceValue(site, link, link.url, write);
}

function checkAnchor(link: Found, anchor: string, target: Article, content: Content, old: RedirectTable): Finding[] {
	if (anchor === "" || !target.body || target.body.ids.has(decodePercent(anchor))) return [];
	const moved = old.newAddress(`${target.address}#${anchor}`);
	if (moved !== undefined) {
		const finding = error("links/anchor", link, link, {
			what: `the link "${link.url}" leads to an old place`,
			why: "It works only as long as the page keeps the old name.",
			remedy: `Write ${moved}`,
		});
		return [withFix(finding, fixLink(link, moved, content))];
	}
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
