import { Feed } from "feed";
import { escapeHtml } from "./escape-html.ts";

/** An article as the feed reads it. */
export interface FeedArticle {
	/** Path of its page. */
	url: string;
	title: string;
	summary: string;
	/** Release notes: the day of the release. */
	released?: string | undefined;
	changes: readonly { on: string; what: string }[];
	/** Translations: the day on which it said what its source says. A change of the source after it is not in it. */
	checked?: string | undefined;
}

/** One entry. */
export interface Change {
	/** Stays the same as long as the change is listed. */
	id: string;
	title: string;
	summary: string;
	link: string;
	/** ISO day. */
	on: string;
}

/** What the feed says of itself. */
export interface FeedAbout {
	title: string;
	/** Who publishes it. */
	author: string;
	/** Address of the site. */
	site: URL;
	/** Begins the addresses of the language. Example: `/de` */
	base: string;
	locale: string;
	/** ISO day that stands where nothing has changed yet. */
	since: string;
}

/** How many changes a feed has. */
const most = 30;

/** The latest changes, newest first: releases, and what articles note of themselves. */
export function latestChanges(articles: readonly FeedArticle[], site: URL): Change[] {
	return articles
		.flatMap((article) => changesOf(article, new URL(article.url, site).href))
		.sort((one, other) => other.on.localeCompare(one.on) || one.id.localeCompare(other.id))
		.slice(0, most);
}

function changesOf({ title, summary, released, changes, checked }: FeedArticle, link: string): Change[] {
	const release = released ? [{ id: link, title, summary, link, on: released }] : [];
	const seen = new Map<string, number>();
	const noted = changes
		.filter(({ on }) => checked === undefined || on <= checked)
		.map(({ on, what }) => {
			const times = (seen.get(on) ?? 0) + 1;
			seen.set(on, times);
			return { id: `${link}#changed-${on}${times > 1 ? `-${times}` : ""}`, title, summary: what, link, on };
		});
	return [...release, ...noted];
}

const atMidnight = (day: string) => new Date(`${day}T00:00:00Z`);

/** The changes as an Atom feed. */
export function changesFeed(about: FeedAbout, changes: readonly Change[]): string {
	const home = new URL(`${about.base}/`, about.site).href;
	const own = new URL(`${about.base}/feed.atom`, about.site).href;
	const feed = new Feed({
		id: home,
		title: about.title,
		link: home,
		feedLinks: { atom: own },
		language: about.locale,
		author: { name: about.author },
		updated: atMidnight(changes[0]?.on ?? about.since),
		generator: false,
	});
	for (const { id, title, summary, link, on } of changes)
		// The library marks both texts as HTML.
		feed.addItem({ id, title: escapeHtml(title), description: escapeHtml(summary), link, date: atMidnight(on) });
	return feed.atom1();
}
