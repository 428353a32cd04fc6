import { addressKey } from "#contract/old-addresses.ts";
import type { Finding } from "#site/lib/finding.ts";
import { createRedirectTable, oldAnchors, type Redirect } from "#site/lib/redirects.ts";
import { addRedirect, redirectLine, redirectsPath } from "../fix/add-redirect.ts";
import { replaceValue } from "../fix/edits.ts";
import type { Article, Content } from "../model.ts";
import { createMostAlike, likeliestId } from "../published/most-alike.ts";
import type { PastPage } from "../published/past-pages.ts";
import { error, startOfBody, withFix } from "../report.ts";
import { allRedirects, type EditableRedirect } from "./redirects.ts";

/** Where an old address should lead, and why there. */
interface Suggestion {
	to: string;
	reason: string;
	/** Git knows that the article was renamed to it. */
	renamed?: boolean;
}

/** published/address and published/anchor: what readers may have kept the address of still leads somewhere. */
export function publishedFindings(content: Content, past: readonly PastPage[]): Finding[] {
	const redirects = allRedirects(content);
	const table = createRedirectTable(redirects);
	const kept = oldAnchors(table);
	const suggest = createSuggest(content);
	return past.flatMap((page) => {
		const end = table.follow(page.address);
		const here = end === undefined ? undefined : content.pages.get(`${addressKey(end)}/`);
		if (!here) {
			const first = table.paths.get(addressKey(page.address));
			const redirect = redirects.find((each) => each === first);
			return redirect ? renamedAgain(page, redirect, suggest(page), content) : [lostAddress(page, suggest(page), content)];
		}
		if (!here.article?.body) return [];
		const ids = new Set([...here.article.body.ids, ...(kept.get(addressKey(here.article.address)) ?? []).map(({ old }) => old)]);
		return page.anchors.filter((anchor) => !ids.has(anchor)).map((anchor) => lostAnchor(page, anchor, here.article, content));
	});
}

/** What nobody may lose, whoever looks for it. */
function withRedirect(
	finding: Omit<Finding, "why" | "remedy" | "level" | "line" | "column"> & Partial<Finding>,
	redirect: Redirect,
	reason: string,
	{ texts, display }: Content,
): Finding {
	const file = texts.get(redirectsPath) ?? "";
	return withFix(
		error(
			finding.rule,
			finding,
			{ line: finding.line ?? 1, column: finding.column ?? 1 },
			{
				what: finding.what,
				why: "Bookmarks, search engines and answers that were sent to customers lead there.",
				remedy: `Add to ${display(redirectsPath)}: ${redirectLine(redirect)}  (${reason}). npm run check -- --fix does it.`,
			},
		),
		addRedirect(file, redirect),
	);
}

function lostAddress(page: PastPage, { to, reason }: Suggestion, content: Content): Finding {
	const { address, file, known, ledTo } = page;
	const draft = content.drafts.get(address);
	const what = draft
		? `the article at ${address} is a draft again, and its address leads nowhere`
		: ledTo !== undefined
			? `the old address ${address} was redirected, and leads nowhere now`
			: known === "published"
				? `${address} was published, and leads nowhere now`
				: `the article at ${address} was renamed or removed, and its address leads nowhere`;
	return withRedirect({ rule: "published/address", file, what }, { from: address, to }, reason, content);
}

/** The article was renamed once more after its redirect was written. Other redirects that lead astray are findings of redirects/target. */
function renamedAgain({ address }: PastPage, redirect: EditableRedirect, { to, reason, renamed = false }: Suggestion, content: Content): Finding[] {
	if (!renamed) return [];
	const what = `${address} is redirected to ${redirect.to}, and the article has been renamed to ${to} since`;
	const between = addressKey(redirect.to);
	// What was written for the address in between is mended by a redirect of it, as after any renaming.
	const isNamed = [...content.texts].some(([path, text]) => path !== redirectsPath && text.includes(between.slice(1)));
	if (isNamed)
		return [withRedirect({ rule: "published/redirect", file: redirect.file, ...redirect.target, what }, { from: `${between}/`, to }, reason, content)];
	const finding = error("published/redirect", redirect, redirect.target, {
		what,
		why: "Bookmarks, search engines and answers that were sent to customers lead there.",
		remedy: `Write ${to}. npm run check -- --fix does it.`,
	});
	return [withFix(finding, replaceValue(redirect.editable, redirect.target, redirect.to, to))];
}

function lostAnchor(page: PastPage, anchor: string, article: Article | undefined, content: Content): Finding {
	const address = article?.address ?? page.address;
	const now = likeliestId(anchor, page.anchors, [...(article?.body?.ids ?? [])]);
	const place = encodeURIComponent(anchor);
	return withRedirect(
		{
			rule: "published/anchor",
			file: article?.file ?? page.file,
			...(article && startOfBody(article)),
			what: `the place ${page.address}#${place} is gone`,
		},
		{ from: `${page.address}#${place}`, to: now === undefined ? address : `${address}#${encodeURIComponent(now)}` },
		now === undefined ? "the top of the page, since no heading is like it" : "the heading most like it",
		content,
	);
}

function createSuggest({ articles, texts, pages, prefix, defaultLocale }: Content): (page: PastPage) => Suggestion {
	const byLocale = Map.groupBy(
		articles.filter(({ draft, archived }) => !draft && !archived),
		({ locale }) => locale,
	);
	const mostAlike = new Map([...byLocale].map(([locale, those]) => [locale, createMostAlike(those)]));
	const byPath = new Map(articles.map((article) => [article.path, article]));
	return ({ address, title, text, renamedTo, replacedBy, ledTo }) => {
		const renamed = renamedTo !== undefined && texts.has(renamedTo) ? byPath.get(renamedTo) : undefined;
		if (renamed && !renamed.draft) return { to: renamed.address, reason: "the article was renamed to it", renamed: true };
		if (ledTo !== undefined && pages.has(`${addressKey(ledTo)}/`)) return { to: ledTo, reason: "where it led before" };
		const locale = [...byLocale.keys()].find((other) => other !== defaultLocale && address.startsWith(`${prefix(other)}/`)) ?? defaultLocale;
		const successor = replacedBy === undefined ? undefined : pages.get(`${prefix(locale)}/${replacedBy}/`)?.article;
		if (successor && !successor.archived) return { to: successor.address, reason: "the article that replaced it" };
		const alike = mostAlike.get(locale)?.(title, text);
		if (alike) return { to: alike.address, reason: "the article most like it" };
		// Only the default locale has pages of categories.
		const parts = address.slice(prefix(locale).length).split("/").slice(0, -2);
		const above = parts.map((_, depth) => `${parts.slice(0, parts.length - depth).join("/")}/`).find((path) => pages.has(path)) ?? "/";
		return { to: above, reason: above === "/" ? "the home page, since no article is like it" : "its category, since no article is like it" };
	};
}
